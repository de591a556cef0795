# One command a line.
command_sources =
command_sources += src/command/assess.c
command_sources += src/command/check.c
command_sources += src/command/command.c src/command/command.h
command_sources += src/command/graph.c
command_sources += src/command/counterexample.c src/command/counterexample.h
command_sources += src/command/impact.c
command_sources += src/command/impact_json.c src/command/impact_json.h
command_sources += src/command/interview.c
command_sources += src/command/new.c
command_sources += src/command/options.c src/command/options.h
command_sources += src/command/patience.c src/command/patience.h
command_sources += src/command/plan.c src/command/plan.h
command_sources += src/command/plan_new.c
command_sources += src/command/plan_next.c
command_sources += src/command/plan_review.c
command_sources += src/command/vignettes.c
