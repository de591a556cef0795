interview_library = src/interview/libinterview.a
noinst_LIBRARIES += src/interview/libinterview.a
src_interview_libinterview_a_SOURCES = \
