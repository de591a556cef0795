prove_library = src/prove/libprove.a
noinst_LIBRARIES += $(prove_library)

# One module a line.
src_prove_libprove_a_SOURCES =
src_prove_libprove_a_SOURCES += src/prove/alarms.c src/prove/alarms.h
src_prove_libprove_a_SOURCES += src/prove/alike.c src/prove/alike.h
src_prove_libprove_a_SOURCES += src/prove/cells.c src/prove/cells.h
src_prove_libprove_a_SOURCES += src/prove/cone.c src/prove/cone.h
src_prove_libprove_a_SOURCES += src/prove/covered.c src/prove/covered.h
src_prove_libprove_a_SOURCES += src/prove/first.c src/prove/first.h
src_prove_libprove_a_SOURCES += src/prove/gated.c src/prove/gated.h
src_prove_libprove_a_SOURCES += src/prove/graph.c src/prove/graph.h
src_prove_libprove_a_SOURCES += src/prove/graph_dot.c src/prove/graph_text.c
src_prove_libprove_a_SOURCES += src/prove/idle.c src/prove/idle.h
src_prove_libprove_a_SOURCES += src/prove/impact.c src/prove/impact.h
src_prove_libprove_a_SOURCES += src/prove/impact_file.c
src_prove_libprove_a_SOURCES += src/prove/guess.c src/prove/guess.h
src_prove_libprove_a_SOURCES += src/prove/monotone.c src/prove/monotone.h
src_prove_libprove_a_SOURCES += src/prove/pair.c src/prove/pair.h
src_prove_libprove_a_SOURCES += src/prove/person.c src/prove/person.h
src_prove_libprove_a_SOURCES += src/prove/prove.c src/prove/prove.h
src_prove_libprove_a_SOURCES += src/prove/rests.c src/prove/rests.h
src_prove_libprove_a_SOURCES += src/prove/quiet.c src/prove/quiet.h
src_prove_libprove_a_SOURCES += src/prove/reach.c src/prove/reach.h
src_prove_libprove_a_SOURCES += src/prove/sat.c src/prove/sat.h
src_prove_libprove_a_SOURCES += src/prove/story.c src/prove/story.h
src_prove_libprove_a_SOURCES += src/prove/truth.c src/prove/truth.h
