/* What the measures of reading count, on words and texts counted by hand. */
#include "config.h"

#include "packs.h"

#include "base/paths.h"
#include "pack/kinds.h"
#include "pack/linting.h"
#include "pack/reading.h"

#define assert_about(value, wanted)					\
	assert_float_equal((float)(value), (float)(wanted), 0.006f)

static struct reading read_text(const char *text)
{
	struct reading reading = { 0 };

	reading_add(&reading, text);
	return reading;
}

static void syllables__are_those_that_are_spoken(void **state)
{
	static const struct {
		const char *word;
		size_t syllables;
	} words[] = {
		{ "hip", 1 }, { "ache", 1 }, { "tongue", 1 }, { "moved", 1 },
		{ "bones", 1 }, { "through", 1 }, { "called", 1 },
		{ "squeezed", 1 }, { "You", 1 }, { "nerve", 1 },
		{ "while", 1 }, { "squat", 1 }, { "eyes", 1 },
		{ "buttock", 2 }, { "muscles", 2 }, { "table", 2 },
		{ "needed", 2 }, { "aches", 2 }, { "lying", 2 },
		{ "going", 2 }, { "special", 2 }, { "coffee", 2 },
		{ "hundred", 2 }, { "tingled", 2 }, { "people", 2 },
		{ "physio", 3 }, { "exercise", 3 }, { "serious", 3 },
		{ "infection", 3 }, { "usual", 3 }, { "period", 3 },
		{ "diseases", 3 }, { "emergency", 4 }, { "usually", 4 },
		{ "exercises", 4 }, { "biologic", 4 },
		{ "tendinopathy", 5 }, { "inflammatory", 5 },
		{ "don't", 1 }, { "x", 1 }, { "16", 2 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		size_t counted = reading_syllables(words[i].word,
						   strlen(words[i].word));

		if (counted != words[i].syllables)
			fail_msg("%s: %zu", words[i].word, counted);
	}
}

static void counts__are_of_words_sentences_and_letters(void **state)
{
	struct reading reading = read_text("Sit down. Does it hurt?");

	(void)state;
	assert_int_equal(reading.words, 5);
	assert_int_equal(reading.sentences, 2);
	assert_int_equal(reading.letters, 17);
	assert_int_equal(reading.syllables, 5);
	assert_int_equal(reading.long_words, 0);
}

static void counts__add_up_over_texts(void **state)
{
	struct reading sum = read_text("Numb skin"), more;

	(void)state;
	reading_add(&sum, "A leg that gives way");
	assert_int_equal(sum.words, 7);
	assert_int_equal(sum.sentences, 2);
	more = read_text("It is an emergency: call for help.");
	reading_join(&sum, &more);
	assert_int_equal(sum.words, 14);
	assert_int_equal(sum.sentences, 4);
	assert_int_equal(sum.long_words, 1);
}

static void counts__leave_out_what_stands_in_brackets(void **state)
{
	struct reading plain = read_text("The sore tendon heals.");
	struct reading both = read_text(
		"The sore tendon (gluteal tendinopathy) heals.");
	struct reading last = read_text(
		"The tendon is sore (gluteal tendinopathy, or GTPS).");

	(void)state;
	assert_memory_equal(&plain, &both, sizeof(plain));
	assert_int_equal(last.words, 4);
	assert_int_equal(last.sentences, 1);
	assert_int_equal(read_text("(nothing else").words, 0);
}

static void counts__take_a_hyphen_a_number_and_an_accent(void **state)
{
	struct reading reading = read_text("A 16-week caf\303\251 \342\200\223 no.");

	(void)state;
	assert_int_equal(reading.words, 4);
	assert_int_equal(reading.letters, 1 + 6 + 4 + 2);
	assert_int_equal(reading.sentences, 1);
	assert_int_equal(read_text("It costs 0.25 a day").sentences, 1);
}

/* Worked by hand from the formulas: 12 words, 2 sentences, 13 syllables, 40
 * letters. */
static void grades__are_those_of_the_formulas(void **state)
{
	struct reading reading = read_text(
		"The cat sat on the mat. It is happy when night comes.");

	(void)state;
	assert_int_equal(reading.words, 12);
	assert_int_equal(reading.syllables, 13);
	assert_int_equal(reading.letters, 40);
	assert_about(reading_flesch_kincaid(&reading), -0.4667);
	assert_about(reading_automated(&reading), -2.73);
}

static void grades__of_nothing_are_nothing(void **state)
{
	struct reading reading = read_text("");

	(void)state;
	assert_about(reading_flesch_kincaid(&reading), 0);
	assert_about(reading_automated(&reading), 0);
}

static void the_longest_sentence__is_found(void **state)
{
	const char *start;

	(void)state;
	assert_int_equal(reading_longest_sentence(
		"Stop. Sit down (on a chair): wait. Go on.", &start), 6);
	assert_string_equal(start, "Sit down (on a chair): wait. Go on.");
	assert_int_equal(reading_longest_sentence("", &start), 0);
}

/* The measures must tell what they are for: physios read harder texts. */
static void the_shipped_pack__is_harder_for_clinicians(void **state)
{
	struct reading patients = { 0 }, clinicians = { 0 };
	struct error_list faults = { 0 };
	char dir[PATHS_MAX];
	struct pack *pack;
	struct error err;

	(void)state;
	assert_ok(paths_pack(dir, "buttock-pain", &err), &err);
	assert_int_equal(pack_load_with_passages(&pack, dir, &faults), 0);
	for (size_t i = 0; i < pack->n_passages; i++) {
		const struct passage *passage = &pack->passages[i];

		if (is_for_patients(passage))
			reading_add(&patients, passage->text);
		else if (!(passage->key->roles >> ROLE_PATIENT & 1))
			reading_add(&clinicians, passage->text);
	}
	pack_free(&pack);
	assert_true(reading_flesch_kincaid(&patients) + 3 <
		    reading_flesch_kincaid(&clinicians));
	assert_true(reading_automated(&patients) + 3 <
		    reading_automated(&clinicians));
	assert_true(20 * patients.long_words < patients.words);
	assert_true(20 * clinicians.long_words > clinicians.words);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(syllables__are_those_that_are_spoken),
		cmocka_unit_test(counts__are_of_words_sentences_and_letters),
		cmocka_unit_test(counts__add_up_over_texts),
		cmocka_unit_test(counts__leave_out_what_stands_in_brackets),
		cmocka_unit_test(counts__take_a_hyphen_a_number_and_an_accent),
		cmocka_unit_test(grades__are_those_of_the_formulas),
		cmocka_unit_test(grades__of_nothing_are_nothing),
		cmocka_unit_test(the_longest_sentence__is_found),
		cmocka_unit_test(the_shipped_pack__is_harder_for_clinicians),
	};

	return cmocka_run_group_tests_name("reading", tests, NULL, NULL);
}
