report_library = src/report/libreport.a
noinst_LIBRARIES += $(report_library)

# One module a line.
src_report_libreport_a_SOURCES =
src_report_libreport_a_SOURCES += src/report/document.c src/report/document.h
src_report_libreport_a_SOURCES += src/report/explain.c src/report/explain.h
src_report_libreport_a_SOURCES += src/report/explain_json.c
src_report_libreport_a_SOURCES += src/report/pages.h
src_report_libreport_a_SOURCES += src/report/pages_advice.c
src_report_libreport_a_SOURCES += src/report/pages_causes.c
src_report_libreport_a_SOURCES += src/report/pages_changes.c
src_report_libreport_a_SOURCES += src/report/pages_compare.c
src_report_libreport_a_SOURCES += src/report/pages_level.c
src_report_libreport_a_SOURCES += src/report/pages_physio.c
src_report_libreport_a_SOURCES += src/report/pages_result.c
src_report_libreport_a_SOURCES += src/report/pages_sources.c
src_report_libreport_a_SOURCES += src/report/pages_why.c
src_report_libreport_a_SOURCES += src/report/print.c
src_report_libreport_a_SOURCES += src/report/reasons.c src/report/reasons.h
src_report_libreport_a_SOURCES += src/report/report.h
src_report_libreport_a_SOURCES += src/report/report_json.c
src_report_libreport_a_SOURCES += src/report/report_text.c
src_report_libreport_a_SOURCES += src/report/save.c
src_report_libreport_a_SOURCES += src/report/site.c src/report/site.h
src_report_libreport_a_SOURCES += src/report/words.c
