# tests/fuzz: what nobody would write; some now, many in make soak, and as many as wanted in make fuzz.

check_PROGRAMS += tests/fuzz/ini_fuzz
tests_fuzz_ini_fuzz_SOURCES = tests/fuzz/ini_fuzz.c tests/fuzz/faults.h $(fuzz_sources)
TESTS += tests/fuzz/ini_fuzz

# The targets, one line each: NAME_fuzz.c, NAME.dict and corpus/NAME.
fuzz_targets =
fuzz_targets += answers
fuzz_targets += dose
fuzz_targets += expr
fuzz_targets += pack
fuzz_targets += plan
fuzz_programs = tests/fuzz/answers_fuzz tests/fuzz/dose_fuzz tests/fuzz/expr_fuzz tests/fuzz/pack_fuzz tests/fuzz/plan_fuzz
fuzz_sources = tests/fuzz/mutate.c tests/fuzz/mutate.h tests/fuzz/tree.h
replay_sources = tests/fuzz/replay.c tests/fuzz/target.h $(fuzz_sources)
tests_fuzz_answers_fuzz_SOURCES = tests/fuzz/answers_fuzz.c $(replay_sources)
tests_fuzz_dose_fuzz_SOURCES = tests/fuzz/dose_fuzz.c $(replay_sources)
tests_fuzz_expr_fuzz_SOURCES = tests/fuzz/expr_fuzz.c $(replay_sources)
tests_fuzz_pack_fuzz_SOURCES = tests/fuzz/pack_fuzz.c $(replay_sources)
tests_fuzz_plan_fuzz_SOURCES = tests/fuzz/plan_fuzz.c $(replay_sources)
check_PROGRAMS += $(fuzz_programs)
TESTS += $(fuzz_programs)

# The same targets with libFuzzer, which only clang has: what they call is compiled once more, into fuzzing/.
fuzzers = $(addprefix fuzzing/,$(fuzz_targets))
fuzz_engine = $(src_plan_libplan_a_SOURCES) $(src_assess_libassess_a_SOURCES) $(src_answers_libanswers_a_SOURCES) $(src_pack_libpack_a_SOURCES) $(src_base_libbase_a_SOURCES)
fuzz_objects = $(patsubst %.c,fuzzing/%.o,$(filter %.c,$(fuzz_engine)) tests/fuzz/libfuzzer.c tests/fuzz/mutate.c)
fuzz_flags = $(WARN_CFLAGS) -g -O1 -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all
EXTRA_DIST += tests/fuzz/libfuzzer.c

fuzzing/%.o: %.c config.h | fuzz-compiler
	@$(MKDIR_P) $(@D)
	$(AM_V_CC)$(FUZZ_CC) $(DEFS) $(DEFAULT_INCLUDES) $(AM_CPPFLAGS) $(CPPFLAGS) $(fuzz_flags) -fsanitize=fuzzer-no-link \
		-MMD -MP -c -o $@ $<

$(fuzzers): fuzzing/%: fuzzing/tests/fuzz/%_fuzz.o $(fuzz_objects)
	$(AM_V_CCLD)$(FUZZ_CC) $(fuzz_flags) -fsanitize=fuzzer $(LDFLAGS) -o $@ $^ $(INIPARSER_LIBS) $(LIBINTL) -lm

-include $(fuzz_objects:.o=.d) $(addsuffix _fuzz.d,$(addprefix fuzzing/tests/fuzz/,$(fuzz_targets)))

# Says what is missing before anything is compiled.
fuzz-compiler:
	@test -n '$(FUZZ_CC)' || { \
		echo 'make fuzz needs clang with libFuzzer: apt install clang libclang-rt-dev, then configure again;' \
			'or name it: make fuzz FUZZ_CC=clang-19' >&2; exit 1; }

if HAVE_LIBFUZZER
check_DATA += $(fuzzers)
endif

# make fuzz FUZZ_TARGETS='pack expr' FUZZ_RUNS=1000000 FUZZ_SECONDS=0: each target until either is used up (runs -1 and
# seconds 0 mean without end). What reaches new code is kept in fuzzing/found; what breaks a target stays beside it.
FUZZ_TARGETS = $(fuzz_targets)
FUZZ_RUNS = -1
FUZZ_SECONDS = 60
fuzz: $(fuzzers)
	@$(TEST_ENVIRONMENT) for target in $(FUZZ_TARGETS); do \
		$(MKDIR_P) "fuzzing/found/$$target"; \
		echo "fuzzing/$$target"; \
		"fuzzing/$$target" -runs=$(FUZZ_RUNS) -max_total_time=$(FUZZ_SECONDS) -timeout=10 -print_final_stats=1 \
			-dict="$(srcdir)/tests/fuzz/$$target.dict" -artifact_prefix="fuzzing/$$target-" \
			"fuzzing/found/$$target" "$(srcdir)/tests/fuzz/corpus/$$target" || exit 1; \
	done

# Takes over what make fuzz found into the kept corpus, and leaves there only what reaches code that nothing else does.
update-corpus: $(fuzzers)
	@$(TEST_ENVIRONMENT) for target in $(FUZZ_TARGETS); do \
		kept="$(srcdir)/tests/fuzz/corpus/$$target"; \
		$(MKDIR_P) "fuzzing/found/$$target" && \
		rm -rf "fuzzing/merged/$$target" && \
		$(MKDIR_P) "fuzzing/merged/$$target" && \
		"fuzzing/$$target" -merge=1 -use_counters=0 "fuzzing/merged/$$target" "$$kept" "fuzzing/found/$$target" && \
		find "$$kept" -type f -exec rm -f {} + && \
		find "fuzzing/merged/$$target" -type f -exec cp {} "$$kept" \; || exit 1; \
	done

# Brings the words of the table of kinds and keys up to date with the one in the loader.
update-dictionary: sitwell
	$(AM_V_GEN)$(top_srcdir)/build-aux/update-dictionary $(top_srcdir)/tests/fuzz/pack.dict ./sitwell > pack-dict.new
	mv pack-dict.new $(top_srcdir)/tests/fuzz/pack.dict

.PHONY: fuzz fuzz-compiler update-corpus update-dictionary
CLEAN_FOLDERS += fuzzing
