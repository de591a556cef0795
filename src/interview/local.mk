interview_library = src/interview/libinterview.a
noinst_LIBRARIES += $(interview_library)

# One module a line.
src_interview_libinterview_a_SOURCES =
src_interview_libinterview_a_SOURCES += src/interview/interview.c src/interview/interview.h
src_interview_libinterview_a_SOURCES += src/interview/journal.c src/interview/journal.h src/interview/journal_file.h
src_interview_libinterview_a_SOURCES += src/interview/journal_read.c
src_interview_libinterview_a_SOURCES += src/interview/session.c src/interview/session.h
