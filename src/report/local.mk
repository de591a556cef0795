report_library = src/report/libreport.a
noinst_LIBRARIES += $(report_library)

# One module a line.
src_report_libreport_a_SOURCES =
src_report_libreport_a_SOURCES += src/report/document.h
src_report_libreport_a_SOURCES += src/report/report.h
src_report_libreport_a_SOURCES += src/report/site.h
