/*
 * Every folder of tests/broken holds what makes one fault: the files that
 * differ from tests/broken/base, a script `make` for what no file can hold
 * well (odd bytes, links, what is missing) or for one line of a long file,
 * and in `expect` all that
 * `sitwell check` must say.  Adding a case is adding a folder.
 */
#include <config.h>

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/unit/check.h"

#include "pack/lint.h"
#include "pack/pack.h"

#define MAX_CASES 1000

static char cases_dir[4096];
static char work[] = "/tmp/sitwell-broken-XXXXXX";

/* sh with $1 = tests/broken, $2 = the case, $3 = the folder to make. */
static int lay_out(const char *name)
{
	static const char script[] =
		"rm -rf \"$3\" && cp -R \"$1/base\" \"$3\" && "
		"chmod -R u+w \"$3\" && cp -R \"$1/$2/.\" \"$3\" && "
		"chmod -R u+w \"$3\" && cd \"$3\" && rm -f expect && "
		"if test -f make; then sh ./make && rm make; fi";
	int status;
	char folder[64];
	pid_t child = fork();

	snprintf(folder, sizeof(folder), "%s/pack", work);
	if (child == 0) {
		execl("/bin/sh", "sh", "-c", script, "sh", cases_dir, name,
		      folder, (char *)NULL);
		_exit(127);
	}
	return waitpid(child, &status, 0) == child && status == 0 ? 0 : -1;
}

/* What is said of the laid out pack, to be freed; NULL if nothing. */
static char *check_and_print(void)
{
	struct error_list faults = { 0 };
	char folder[64], *text;
	struct pack *pack;
	size_t size;
	FILE *stream;
	int result;

	snprintf(folder, sizeof(folder), "%s/pack", work);
	result = pack_load_with_passages(&pack, folder, &faults);
	if (result == 0)
		pack_lint(pack, &faults);
	pack_free(&pack);
	stream = open_memstream(&text, &size);
	error_list_print(stream, &faults);
	fclose(stream);
	error_list_done(&faults);
	if (result == 0 && text[0] == '\0') {
		free(text);
		return NULL;
	}
	return text;
}

static char *expected(const char *name)
{
	char path[5000], *text = calloc(1, 4096);
	FILE *file;

	snprintf(path, sizeof(path), "%s/%s/expect", cases_dir, name);
	file = fopen(path, "r");
	if (file != NULL && fread(text, 1, 4095, file) == 0)
		text[0] = '\0';
	if (file != NULL)
		fclose(file);
	return text;
}

static void the_base__has_no_fault(void **state)
{
	char *said;

	(void)state;
	assert_int_equal(lay_out("base"), 0);
	said = check_and_print();
	if (said != NULL)
		fail_msg("%s", said);
}

static void case__says_what_it_must(void **state)
{
	const char *name = *state;
	char *said, *wanted;

	assert_int_equal(lay_out(name), 0);
	said = check_and_print();
	wanted = expected(name);
	assert_string_not_equal(wanted, "");
	if (said == NULL || strcmp(said, wanted) != 0)
		fail_msg("%s\nsaid:\n%swanted:\n%s", name,
			 said == NULL ? "nothing\n" : said, wanted);
	free(said);
	free(wanted);
}

static int is_case(const struct dirent *item)
{
	return item->d_name[0] != '.' && strcmp(item->d_name, "base") != 0;
}

static int make_work(void **state)
{
	(void)state;
	return mkdtemp(work) == NULL ? -1 : 0;
}

static int remove_work(void **state)
{
	char command[64];

	(void)state;
	snprintf(command, sizeof(command), "rm -rf '%s'", work);
	return system(command);
}

int main(void)
{
	static struct CMUnitTest tests[MAX_CASES + 1];
	const char *tree = getenv("SOURCE_TREE");
	struct dirent **items;
	int count, result;

	snprintf(cases_dir, sizeof(cases_dir), "%s/tests/broken",
		 tree != NULL ? tree : SOURCE_TREE);
	count = scandir(cases_dir, &items, is_case, alphasort);
	if (count < 60 || count > MAX_CASES) {
		printf("Bail out! %d cases in %s\n", count, cases_dir);
		return 1;
	}
	tests[0] = (struct CMUnitTest)cmocka_unit_test(the_base__has_no_fault);
	for (int i = 0; i < count; i++)
		tests[i + 1] = (struct CMUnitTest){
			.name = items[i]->d_name,
			.test_func = case__says_what_it_must,
			.initial_state = items[i]->d_name,
		};
	/* The group's size is the number filled, which is known only now. */
	result = _cmocka_run_group_tests("broken", tests, (size_t)count + 1,
					 make_work, remove_work);
	for (int i = 0; i < count; i++)
		free(items[i]);
	free(items);
	return result;
}
