# Every suite speaks TAP, so that single tests are counted and not only suites.

TESTS_FOLDER = $(abs_builddir)/tests
TEST_ENVIRONMENT = \
	LC_ALL=C.UTF-8; export LC_ALL; \
	unset LANGUAGE LANG NO_COLOR XDG_CONFIG_HOME XDG_STATE_HOME; \
	HOME='$(TESTS_FOLDER)/home'; export HOME; \
	CMOCKA_MESSAGE_OUTPUT=TAP; export CMOCKA_MESSAGE_OUTPUT; \
	SITWELL='$(abs_builddir)/sitwell'; export SITWELL; \
	SITWELL_LOCALEDIR='$(TESTS_FOLDER)/locale'; export SITWELL_LOCALEDIR; \
	SOURCE_TREE='$(abs_real_srcdir)'; export SOURCE_TREE; \
	BUILD_TREE='$(abs_real_builddir)'; export BUILD_TREE; \
	UBSAN_OPTIONS=print_stacktrace=1; export UBSAN_OPTIONS; \
	AWK='$(AWK)'; export AWK; \
	$(MKDIR_P) '$(TESTS_FOLDER)/home';
AM_TESTS_ENVIRONMENT = $(TEST_ENVIRONMENT)

TAP_DRIVER = env AM_TAP_AWK='$(AWK)' $(SHELL) $(top_srcdir)/build-aux/tap-driver.sh
LOG_DRIVER = $(TAP_DRIVER)

# Programs are linked like this unless they say otherwise: the engine, and no curses.
LDADD = $(ENGINE_LIBS) $(CMOCKA_LIBS)

# tests/unit: one cmocka program a module, one line each; its source is NAME.c.
unit_tests =
unit_tests += tests/unit/answers_test
unit_tests += tests/unit/answers_file_test
unit_tests += tests/unit/assess_test
unit_tests += tests/unit/carry_test
unit_tests += tests/unit/catalogue_test
unit_tests += tests/unit/exam_test
unit_tests += tests/unit/explain_test
unit_tests += tests/unit/expr_test
unit_tests += tests/unit/impact_test
unit_tests += tests/unit/ini_test
unit_tests += tests/unit/interview_test
unit_tests += tests/unit/journal_test
unit_tests += tests/unit/load_test
unit_tests += tests/unit/logic_test
unit_tests += tests/unit/monotone_test
unit_tests += tests/unit/next_test
unit_tests += tests/unit/review_test
unit_tests += tests/unit/step_test
unit_tests += tests/unit/training_test
unit_tests += tests/unit/origin_test
unit_tests += tests/unit/parse_test
unit_tests += tests/unit/plan_calendar_test
unit_tests += tests/unit/plan_diff_test
unit_tests += tests/unit/plan_folder_test
unit_tests += tests/unit/plan_pages_test
unit_tests += tests/unit/plan_rows_test
unit_tests += tests/unit/programmes_test
unit_tests += tests/unit/reading_test
unit_tests += tests/unit/reach_test
unit_tests += tests/unit/report_test
unit_tests += tests/unit/site_test
unit_tests += tests/unit/score_test
unit_tests += tests/unit/vectors_test
unit_tests += tests/unit/vignette_test
unit_tests += tests/unit/i18n_test
unit_tests += tests/unit/broken_test
unit_tests += tests/unit/covered_test
unit_tests += tests/unit/dose_test
unit_tests += tests/unit/dose_words_test
unit_tests += tests/unit/error_test
unit_tests += tests/unit/paths_test
unit_tests += tests/unit/text_test
unit_tests += tests/unit/zone_geometry_test
unit_tests += tests/unit/watch_test
unit_tests += tests/unit/watch_compares_test
tests_unit_zone_geometry_test_SOURCES = tests/unit/zone_geometry_test.c screens/widgets/zone_geometry.c
# The same test, as on a system whose kernel tells of no change.
tests_unit_watch_compares_test_SOURCES = tests/unit/watch_test.c src/base/watch.c
tests_unit_watch_compares_test_CPPFLAGS = $(AM_CPPFLAGS) -DWATCH_COMPARES_ONLY

EXTRA_DIST += tests/unit/check.h tests/unit/packs.h tests/unit/plans.h tests/soak/gates.h tests/soak/likely.h tests/soak/small.h tests/soak/soak.h tests/bench/alone.h

# Suites that are scripts, or programs named in check_PROGRAMS, one line each.
suites =
suites += tests/command/asks
suites += tests/command/coverage
suites += tests/command/explain
suites += tests/command/impact
suites += tests/command/hostile
suites += tests/command/new
suites += tests/command/plan_hostile
suites += tests/command/plan_pages
suites += tests/content/faults
suites += tests/content/safety
suites += tests/content/words
suites += tests/flows/plain/interview
suites += tests/flows/plain/plans
suites += tests/fuzz/few_libfuzzer
suites += tests/fuzz/words
suites += tests/graph/graph
suites += tests/layering/includes
suites += tests/layering/potfiles
suites += tests/layering/summary
suites += tests/man/pages
suites += tests/man/tutorial
suites += tests/locale/pseudo
suites += tests/plans/run
suites += tests/vignettes/run
suites += tests/vignettes/waiting
suites += tests/soak/few_asked
suites += tests/soak/few_impact
suites += tests/soak/few_invariants
suites += tests/soak/few_mutants
suites += tests/soak/few_relevant
suites += tests/soak/few_checked
suites += tests/soak/few_prover
suites += tests/soak/few_walks
suites += tests/locale/strings
suites += tests/locale/text-keys

EXTRA_DIST += $(suites) tests/unit/no-cmocka tests/content/faults.table

# tests/flows: scripts of keys for a real terminal, one line each; tests/flows/README tells their language.
TEST_EXTENSIONS = .flow
FLOW_LOG_DRIVER = $(TAP_DRIVER)
FLOW_LOG_COMPILER = tests/flows/drive$(EXEEXT)
flows =
flows += tests/flows/back.flow
flows += tests/flows/change.flow
flows += tests/flows/drawing.flow
flows += tests/flows/emergency-132x43.flow
flows += tests/flows/emergency-40x12.flow
flows += tests/flows/emergency-80x24.flow
flows += tests/flows/emergency-ascii.flow
flows += tests/flows/emergency-linux.flow
flows += tests/flows/emergency-no-color.flow
flows += tests/flows/emergency-vt100.flow
flows += tests/flows/every-132x43.flow
flows += tests/flows/every-40x12.flow
flows += tests/flows/every-80x24.flow
flows += tests/flows/every-ascii.flow
flows += tests/flows/every-linux.flow
flows += tests/flows/every-no-color.flow
flows += tests/flows/every-vt100.flow
flows += tests/flows/faults.flow
flows += tests/flows/hip-132x43.flow
flows += tests/flows/hip-40x12.flow
flows += tests/flows/hip-80x24.flow
flows += tests/flows/hip-ascii.flow
flows += tests/flows/keys.flow
flows += tests/flows/killed.flow
flows += tests/flows/leg-pain.flow
flows += tests/flows/mouse.flow
flows += tests/flows/moves.flow
flows += tests/flows/no-state.flow
flows += tests/flows/parity-emergency.flow
flows += tests/flows/parity-physio.flow
flows += tests/flows/number.flow
flows += tests/flows/parity.flow
flows += tests/flows/patient-hip.flow
flows += tests/flows/plans-132x43.flow
flows += tests/flows/plans-40x12.flow
flows += tests/flows/plans-80x24.flow
flows += tests/flows/plans.flow
flows += tests/flows/quit.flow
flows += tests/flows/resize.flow
flows += tests/flows/rest.flow
flows += tests/flows/scope.flow
flows += tests/flows/signals.flow
flows += tests/flows/small.flow
flows += tests/flows/start.flow
flows += tests/flows/strange-key.flow
flows += tests/flows/takeover.flow
flows += tests/flows/trainer.flow
flows += tests/flows/unseen.flow
flows += tests/flows/watch.flow
flows += tests/flows/watch-faults.flow
flows += tests/flows/watch-physio.flow

# In a language of long and wide words, where that could be made.
if HAVE_PSEUDO
flows += tests/flows/hip-long-132x43.flow
flows += tests/flows/hip-long-40x12.flow
flows += tests/flows/hip-long-80x24.flow
endif

if HAVE_VTERM
check_PROGRAMS += tests/flows/drive
TESTS += $(flows)
tests_flows_drive_SOURCES = tests/flows/drive.c tests/flows/drive.h
tests_flows_drive_SOURCES += tests/flows/drive_compare.c
tests_flows_drive_SOURCES += tests/flows/drive_edit.c
tests_flows_drive_SOURCES += tests/flows/drive_look.c
tests_flows_drive_SOURCES += tests/flows/drive_program.c
tests_flows_drive_SOURCES += tests/flows/drive_type.c
tests_flows_drive_SOURCES += tests/flows/pty.c tests/flows/pty.h
tests_flows_drive_SOURCES += tests/flows/screen.c tests/flows/screen.h
tests_flows_drive_LDADD = $(VTERM_LIBS)
else
TESTS += tests/flows/no-vterm
endif
EXTRA_DIST += tests/flows/no-vterm

# What the suites read goes into the tarball by whole folders, from the sources alone. Links are followed, so a
# suite that needs a dangling link makes it itself.
test_folders = bench broken flows fuzz graph plans soak vignettes
dist-hook:
	for folder in $(test_folders); do \
		test ! -d "$(top_srcdir)/tests/$$folder" || \
			(cd $(top_srcdir) && find "tests/$$folder" -type f); \
	done | while read -r file; do \
		case " $(check_PROGRAMS) $(EXTRA_PROGRAMS) " in \
		*" $$file "*) continue ;; \
		esac; \
		case $$file in \
		*.o | *.log | *.trs | */.deps/* | */.dirstamp) continue ;; \
		esac; \
		$(MKDIR_P) "$(distdir)/$${file%/*}" && \
		cp -p "$(top_srcdir)/$$file" "$(distdir)/$$file" || exit 1; \
	done

TESTS += $(suites)

include tests/fuzz/local.mk
if HAVE_CMOCKA
check_PROGRAMS += $(unit_tests)
TESTS += $(unit_tests)
else
TESTS += tests/unit/no-cmocka
endif

# tests/locale: both catalogues in a language of long and wide words, for screens and messages.
if HAVE_PSEUDO
pseudo = tests/locale/en@long/LC_MESSAGES
check_DATA += $(pseudo)/sitwell.mo $(pseudo)/sitwell-content.mo
CLEAN_FOLDERS += tests/locale/en@long
CLEANFILES += tests/locale/sitwell.pot tests/locale/sitwell-content.pot tests/locale/pack-texts.c

ui_sources = $(addprefix $(top_srcdir)/,$(shell sed -n '/^[a-z]/p' $(top_srcdir)/po/ui/POTFILES.in))
ui_options = $(shell sed -n 's/^XGETTEXT_OPTIONS = //p' $(top_srcdir)/po/ui/Makevars)
content_options = $(shell sed -n 's/^XGETTEXT_OPTIONS = //p' $(top_srcdir)/po/content/Makevars)
content_inis = $(shell find $(top_srcdir)/content -name '*.ini')

tests/locale/sitwell.pot: $(top_srcdir)/po/ui/POTFILES.in $(top_srcdir)/po/ui/Makevars $(ui_sources)
	@$(MKDIR_P) tests/locale
	$(AM_V_GEN)$(XGETTEXT) --force-po $(ui_options) --directory=$(top_srcdir) \
		--files-from=$(top_srcdir)/po/ui/POTFILES.in --output=$@

tests/locale/pack-texts.c: $(top_srcdir)/build-aux/content-strings $(top_srcdir)/build-aux/content-text-keys $(content_inis)
	@$(MKDIR_P) tests/locale
	$(AM_V_GEN)AWK='$(AWK)' $(SHELL) $(top_srcdir)/build-aux/content-strings $(top_srcdir) > $@-t && mv $@-t $@

tests/locale/sitwell-content.pot: tests/locale/pack-texts.c $(top_srcdir)/po/content/Makevars
	$(AM_V_GEN)$(XGETTEXT) --force-po $(content_options) --output=$@ tests/locale/pack-texts.c

$(pseudo)/sitwell.mo: tests/locale/sitwell.pot $(top_srcdir)/build-aux/pseudo-po
	@$(MKDIR_P) $(pseudo)
	$(AM_V_GEN)AWK='$(AWK)' $(SHELL) $(top_srcdir)/build-aux/pseudo-po < tests/locale/sitwell.pot > $@.po && \
		$(GMSGFMT) --check-format -o $@ $@.po

$(pseudo)/sitwell-content.mo: tests/locale/sitwell-content.pot $(top_srcdir)/build-aux/pseudo-po
	@$(MKDIR_P) $(pseudo)
	$(AM_V_GEN)AWK='$(AWK)' $(SHELL) $(top_srcdir)/build-aux/pseudo-po < tests/locale/sitwell-content.pot > $@.po && \
		$(GMSGFMT) --check-format -o $@ $@.po
endif

# What takes too long for every run. Programs (EXTRA_PROGRAMS) or scripts, one line each; they are run one by one.
soak_suites =
soak_suites += tests/soak/all_asked
soak_suites += tests/soak/all_impact
soak_suites += tests/soak/all_invariants
soak_suites += tests/soak/all_mutants
soak_suites += tests/soak/all_relevant
soak_suites += tests/soak/all_checked
soak_suites += tests/soak/all_prover
soak_suites += tests/soak/z3
soak_suites += tests/soak/all_walks
soak_suites += tests/fuzz/many
soak_suites += tests/fuzz/many_expressions
soak_suites += tests/fuzz/many_texts
soak_suites += tests/fuzz/many_plans
check_PROGRAMS += tests/soak/impact
check_PROGRAMS += tests/soak/invariants
check_PROGRAMS += tests/soak/length
check_PROGRAMS += tests/soak/mutants
tests_soak_mutants_SOURCES = tests/soak/mutants.c tests/soak/judge.c tests/soak/judge.h
check_PROGRAMS += tests/soak/relevance
check_PROGRAMS += tests/soak/checked
check_PROGRAMS += tests/soak/prover
check_PROGRAMS += tests/soak/asked
check_PROGRAMS += tests/soak/walks
bench_suites =
bench_suites += tests/bench/assessing
bench_suites += tests/bench/interview_length
bench_suites += tests/bench/load
bench_suites += tests/bench/review
bench_suites += tests/bench/size
EXTRA_PROGRAMS = tests/bench/assessing
EXTRA_PROGRAMS += tests/bench/load
EXTRA_PROGRAMS += tests/bench/review
EXTRA_PROGRAMS += tests/bench/size
EXTRA_PROGRAMS += tests/soak/z3
EXTRA_PROGRAMS += tests/bench/floor
tests_bench_floor_CPPFLAGS = $(AM_CPPFLAGS) $(CURSES_CFLAGS)
tests_bench_floor_LDADD = $(CDK_LIBS)
if HAVE_VTERM
bench_suites += tests/bench/waiting
EXTRA_PROGRAMS += tests/bench/waiting
tests_bench_waiting_SOURCES = tests/bench/waiting.c
tests_bench_waiting_SOURCES += tests/flows/pty.c tests/flows/pty.h
tests_bench_waiting_SOURCES += tests/flows/screen.c tests/flows/screen.h
tests_bench_waiting_LDADD = $(VTERM_LIBS) -lm
endif
CLEANFILES += $(EXTRA_PROGRAMS) tests/vignettes/waiting.json

soak: all $(soak_suites) tests/soak/asked tests/soak/checked tests/soak/impact tests/soak/invariants tests/soak/mutants tests/soak/prover tests/soak/relevance tests/soak/walks tests/soak/z3 tests/fuzz/ini_fuzz $(fuzz_programs)
	@$(TEST_ENVIRONMENT) for suite in $(soak_suites); do \
		test -x "$$suite" || suite=$(srcdir)/$$suite; \
		echo "$$suite"; "$$suite" || exit 1; \
	done

bench: all $(bench_suites) tests/bench/floor tests/soak/length
	@$(TEST_ENVIRONMENT) for suite in $(bench_suites); do \
		test -x "$$suite" || suite=$(srcdir)/$$suite; \
		"$$suite" || exit 1; \
	done

# Every unit test under valgrind: no leak, no wrong read.
check-valgrind: $(unit_tests)
	@$(TEST_ENVIRONMENT) for suite in $(unit_tests); do \
		valgrind --quiet --leak-check=full --error-exitcode=1 "$$suite" || exit 1; \
	done

# The closing line of ./test, from what make check left behind.
check-summary:
	@AWK='$(AWK)' $(top_srcdir)/build-aux/test-summary $(TEST_LOGS:.log=.trs)

CLEAN_FOLDERS += tests/home tests/soak/mutant-cases tests/vignettes/red-flag-cases tests/vignettes/waiting-cases
