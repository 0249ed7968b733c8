#include "fw-test-store.h"

#include "store/fw-store-private.h"

typedef struct
{
  TestPlace *place;
  FwStore *store;
  char *sales;
  char *north;
} Fixture;

static char *
add_department (FwStore *store,
                const char *name,
                const char *parent)
{
  g_autoptr (FwRecord) department = fw_record_new ("department");
  g_autoptr (FwEvent) event = NULL;

  fw_record_set (department, "name", name);
  fw_record_set (department, "parent-id", parent);
  event = test_put (store, department);
  return g_strdup (fw_record_get_id (department));
}

static void
add_person (Fixture *fixture,
            const char *number,
            const char *name,
            const char *phone,
            const char *status,
            const char *department)
{
  g_autoptr (FwRecord) employee = fw_record_new ("employee");
  g_autoptr (FwEvent) event = NULL;

  fw_record_set (employee, "number", number);
  fw_record_set (employee, "name", name);
  fw_record_set (employee, "phone", phone);
  fw_record_set (employee, "status", status);
  fw_record_set (employee, "department-id", department);
  event = test_put (fixture->store, employee);
}

static void
set_up (Fixture *fixture,
        gconstpointer user_data)
{
  fixture->place = test_place_new ();
  fixture->store = test_store_create (fixture->place);
  if (user_data != NULL)
    fixture->store->people.fewest = 1;   /* keeps every word, as among very many people */
  fixture->sales = add_department (fixture->store, "销售部", NULL);
  fixture->north = add_department (fixture->store, "华北区", fixture->sales);
  add_person (fixture, "E0042", "张敏", "138-0013-8000", "active", fixture->north);
  add_person (fixture, "E0043", "王海洋", "13900139000", "active", fixture->sales);
  add_person (fixture, "E0100", "单雄信", "+86 13700137000", "left", NULL);
  add_person (fixture, "A7", "朴树", NULL, "active", NULL);
  add_person (fixture, "A8", "吕布", NULL, "leaving", fixture->north);
  add_person (fixture, "A9", "𠮷田Anna", NULL, NULL, NULL);
}

static void
tear_down (Fixture *fixture,
           gconstpointer user_data)
{
  /* A worker that has answered may hold the store for a moment longer. */
  fw_store_close (fixture->store);
  g_object_unref (fixture->store);
  g_free (fixture->sales);
  g_free (fixture->north);
  test_place_free (fixture->place);
}

/* The names found, in their order. */
static char *
find (Fixture *fixture,
      const char *text,
      const FwEmployeeFilter *filter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) seqs = fw_store_search (fixture->store, text, filter, NULL, &error);
  g_autoptr (GString) names = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < seqs->len; i++)
    {
      g_autofree char *seq = g_strdup_printf ("%u", g_array_index (seqs, guint32, i));
      g_autoptr (FwRecord) employee = fw_store_find (fixture->store, "employee", "seq", seq, &error);

      g_assert_no_error (error);
      g_string_append_printf (names, "%s%s", i > 0 ? " " : "", fw_record_get (employee, "name"));
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
test_found (Fixture *fixture,
            gconstpointer user_data)
{
  static const char *const cases[][2] = {
    { NULL, "吕布 朴树 单雄信 𠮷田Anna 王海洋 张敏" },
    { "  ", "吕布 朴树 单雄信 𠮷田Anna 王海洋 张敏" },
    { "王", "王海洋" },
    { "海洋", "王海洋" },
    { "海", "王海洋" },
    { "洋海", "" },
    { "王洋", "" },
    { "王 洋", "王海洋" },
    { "zhangmin", "张敏" },
    { "zhang min", "张敏" },
    { "Zhang", "张敏" },
    { "haiy", "王海洋" },
    { "ang", "" },
    { "why", "王海洋" },
    { "wh", "王海洋" },
    { "zm", "张敏" },
    { "shan", "单雄信" },
    { "dan", "" },
    { "piao", "朴树" },
    { "pu", "朴树" },
    { "lvbu", "吕布" },
    { "lubu", "吕布" },
    { "王hai", "王海洋" },
    { "王 E0043", "王海洋" },
    { "王 E0042", "" },
    { "E004", "王海洋 张敏" },
    { "e0042", "张敏" },
    { "0042", "张敏" },
    { "138001", "张敏" },
    { "138-0013", "张敏" },
    { "138-", "张敏" },
    { "+86 137", "" },
    { "139", "王海洋" },
    { "𠮷", "𠮷田Anna" },
    { "anna", "𠮷田Anna" },
    { "销售", "王海洋" },
    { "华北", "吕布 张敏" },
    { "华北 zm", "张敏" },
    { "华", "" },
    { "？", "" },
    { "\"", "" },
    { "a\" OR \"b", "" },
    { "NEAR(", "" },
    { "*", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *names = find (fixture, cases[i][0], NULL);

      if (g_strcmp0 (names, cases[i][1]) != 0)
        g_error ("%s finds “%s” instead of “%s”", cases[i][0], names, cases[i][1]);
    }
}

static void
test_filter (Fixture *fixture,
             gconstpointer user_data)
{
  FwEmployeeFilter sales = { .department_id = fixture->sales };
  FwEmployeeFilter north = { .department_id = fixture->north };
  FwEmployeeFilter active = { .status = "active" };
  FwEmployeeFilter both = { .department_id = fixture->north, .status = "leaving" };
  FwEmployeeFilter nowhere = { .department_id = "0190c3e2-0000-7000-8000-000000000000" };
  FwEmployeeFilter both_statuses = { .status = "active|leaving" };
  FwEmployeeFilter crafted = { .status = "active\"] OR 1" };
  FwEmployeeFilter any = { NULL, NULL };
  g_autofree char *in_sales = find (fixture, NULL, &sales);
  g_autofree char *in_north = find (fixture, "", &north);
  g_autofree char *now_active = find (fixture, NULL, &active);
  g_autofree char *in_both = find (fixture, NULL, &both);
  g_autofree char *searched = find (fixture, "zm", &active);
  g_autofree char *no_more = find (fixture, "shan", &active);
  g_autofree char *nobody = find (fixture, NULL, &nowhere);
  g_autofree char *anybody = find (fixture, "wang", &any);
  g_autofree char *not_left = find (fixture, NULL, &both_statuses);
  g_autofree char *no_way = find (fixture, NULL, &crafted);

  g_assert_cmpstr (in_sales, ==, "吕布 王海洋 张敏");
  g_assert_cmpstr (in_north, ==, "吕布 张敏");
  g_assert_cmpstr (now_active, ==, "朴树 王海洋 张敏");
  g_assert_cmpstr (in_both, ==, "吕布");
  g_assert_cmpstr (searched, ==, "张敏");
  g_assert_cmpstr (no_more, ==, "");
  g_assert_cmpstr (nobody, ==, "");
  g_assert_cmpstr (anybody, ==, "王海洋");
  g_assert_cmpstr (not_left, ==, "吕布 朴树 王海洋 张敏");
  g_assert_cmpstr (no_way, ==, "");
}

static void
hire (Fixture *fixture,
      const char *number,
      const char *hired,
      const char *contract,
      const char *contract_end,
      const char *left)
{
  g_autoptr (FwRecord) employee = fw_store_find (fixture->store, "employee", "number", number, NULL);
  g_autoptr (FwRecord) employment = fw_record_new ("employment");
  g_autoptr (FwEvent) event = NULL;
  g_autoptr (FwEvent) leaving = NULL;

  fw_record_set (employment, "employee-id", fw_record_get_id (employee));
  fw_record_set (employment, "hired", hired);
  fw_record_set (employment, "contract", contract);
  fw_record_set (employment, "contract-end", contract_end);
  event = test_put (fixture->store, employment);
  fw_record_set (employee, "left", left);
  leaving = test_put (fixture->store, employee);
}

/* Five with a contract, one of them left; 𠮷田Anna has none on record. */
static void
hire_all (Fixture *fixture)
{
  hire (fixture, "E0042", "2010-01-01", "fixed-term", "2013-01-01", NULL);
  hire (fixture, "E0042", "2020-03-09", "fixed-term", "2026-03-31", NULL);
  hire (fixture, "E0043", "2025-12-01", "fixed-term", "2028-11-30", NULL);
  hire (fixture, "E0100", "2020-01-01", "fixed-term", "2026-03-20", "2020-09-30");
  hire (fixture, "A7", "2012-05-01", "open-ended", NULL, NULL);
  hire (fixture, "A8", "2020-03-10", "fixed-term", "2026-02-28", NULL);
}

/* By the latest contract, and by months of service: those of who left ended with their last day. */
static void
test_terms (Fixture *fixture,
            gconstpointer user_data)
{
  const FwDate today = { 2026, 3, 9 };
  const FwEmployeeFilter ending = { .ends_from = today, .ends_until = { 2026, 4, 8 } };
  const FwEmployeeFilter ended = { .ends_until = { 2026, 3, 8 } };
  const FwEmployeeFilter endless = { .open_ended = TRUE };
  const FwEmployeeFilter new = { .tenure_below = 12, .today = today };
  const FwEmployeeFilter six_years = { .tenure_from = 72, .today = today };
  const FwEmployeeFilter between = { .tenure_from = 12, .tenure_below = 72, .today = today };
  g_autofree char *none = find (fixture, NULL, &ending);
  g_autofree char *found[6] = { NULL };

  g_assert_cmpstr (none, ==, "");
  hire_all (fixture);
  found[0] = find (fixture, NULL, &ending);
  found[1] = find (fixture, NULL, &ended);
  found[2] = find (fixture, NULL, &endless);
  found[3] = find (fixture, NULL, &new);
  found[4] = find (fixture, "", &six_years);
  found[5] = find (fixture, NULL, &between);
  g_assert_cmpstr (found[0], ==, "张敏");
  g_assert_cmpstr (found[1], ==, "吕布");
  g_assert_cmpstr (found[2], ==, "朴树");
  g_assert_cmpstr (found[3], ==, "单雄信 王海洋");
  g_assert_cmpstr (found[4], ==, "朴树 张敏");
  g_assert_cmpstr (found[5], ==, "吕布");
  for (guint i = 1; i < G_N_ELEMENTS (found); i++)
    g_free (g_steal_pointer (&found[i]));
}

/* Equal ones by name, the unknown last in both directions; a search and a filter keep the order. */
static void
test_orders (Fixture *fixture,
             gconstpointer user_data)
{
  static const struct
  {
    const char *order;
    gboolean descending;
    const char *names;
  } cases[] = {
    { NULL, FALSE, "吕布 朴树 单雄信 𠮷田Anna 王海洋 张敏" },
    { "name", TRUE, "张敏 王海洋 𠮷田Anna 单雄信 朴树 吕布" },
    { "number", FALSE, "朴树 吕布 𠮷田Anna 张敏 王海洋 单雄信" },
    { "number", TRUE, "单雄信 王海洋 张敏 𠮷田Anna 吕布 朴树" },
    { "status", FALSE, "朴树 王海洋 张敏 吕布 单雄信 𠮷田Anna" },
    { "status", TRUE, "单雄信 吕布 朴树 王海洋 张敏 𠮷田Anna" },
    { "department", FALSE, "吕布 张敏 王海洋 朴树 单雄信 𠮷田Anna" },
    { "department", TRUE, "王海洋 吕布 张敏 朴树 单雄信 𠮷田Anna" },
    { "position", FALSE, "吕布 朴树 单雄信 𠮷田Anna 王海洋 张敏" },
    { "hired", FALSE, "朴树 单雄信 张敏 吕布 王海洋 𠮷田Anna" },
    { "tenure", FALSE, "王海洋 单雄信 吕布 张敏 朴树 𠮷田Anna" },
    { "tenure", TRUE, "朴树 张敏 吕布 单雄信 王海洋 𠮷田Anna" },
    { "contract-end", FALSE, "吕布 单雄信 张敏 王海洋 朴树 𠮷田Anna" },
    { "phone", FALSE, "单雄信 张敏 王海洋 吕布 朴树 𠮷田Anna" },
  };
  FwEmployeeFilter filter = { .department_id = fixture->sales, .order = "hired", .today = { 2026, 3, 9 } };
  g_autofree char *narrowed = NULL;
  g_autofree char *searched = NULL;

  hire_all (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const FwEmployeeFilter order = { .order = cases[i].order, .descending = cases[i].descending,
                                       .today = { 2026, 3, 9 } };
      g_autofree char *names = find (fixture, NULL, &order);

      if (g_strcmp0 (names, cases[i].names) != 0)
        g_error ("%s %d: “%s” instead of “%s”", cases[i].order, cases[i].descending, names, cases[i].names);
    }
  narrowed = find (fixture, NULL, &filter);
  g_assert_cmpstr (narrowed, ==, "张敏 吕布 王海洋");
  searched = find (fixture, "E004", &filter);
  g_assert_cmpstr (searched, ==, "张敏 王海洋");
  for (const char *const *order = fw_search_orders (); *order != NULL; order++)
    {
      const FwEmployeeFilter by = { .order = *order, .today = { 2026, 3, 9 } };
      g_autoptr (GArray) seqs = fw_store_search (fixture->store, NULL, &by, NULL, NULL);

      g_assert_nonnull (seqs);
      g_assert_cmpuint (seqs->len, ==, 6);
    }
}

/* An open departure first, then a protection that holds, then contracts by how soon they end; nobody else before somebody. */
static void
test_attention (Fixture *fixture,
                gconstpointer user_data)
{
  const FwEmployeeFilter filter = { .order = "attention", .today = { 2026, 3, 9 } };
  g_autoptr (FwRecord) leaver = fw_store_find (fixture->store, "employee", "number", "E0043", NULL);
  g_autoptr (FwRecord) mother = fw_store_find (fixture->store, "employee", "number", "A9", NULL);
  g_autoptr (FwRecord) departure = fw_record_new ("case");
  g_autoptr (FwRecord) protection = fw_record_new ("protection");
  g_autoptr (FwRecord) overview = NULL;
  g_autoptr (FwEvent) opened = NULL;
  g_autoptr (FwEvent) protected = NULL;
  g_autoptr (FwEvent) closed = NULL;
  g_autofree char *names = NULL;
  g_autofree char *later = NULL;

  hire_all (fixture);
  fw_record_set (departure, "number", "2026-0001");
  fw_record_set (departure, "employee-id", fw_record_get_id (leaver));
  fw_record_set (departure, "kind", "mutual");
  fw_record_set (departure, "state", "prepared");
  fw_record_set (departure, "opened", "2026-03-01");
  opened = test_put (fixture->store, departure);
  fw_record_set (protection, "employee-id", fw_record_get_id (mother));
  fw_record_set (protection, "kind", "pregnancy");
  fw_record_set (protection, "until", "2026-03-09");
  protected = test_put (fixture->store, protection);
  names = find (fixture, NULL, &filter);
  g_assert_cmpstr (names, ==, "王海洋 𠮷田Anna 吕布 张敏 朴树 单雄信");
  overview = fw_store_get (fixture->store, "employee-overview", fw_record_get_id (leaver), NULL);
  g_assert_cmpstr (fw_record_get (overview, "case-kind"), ==, "mutual");
  fw_record_set (departure, "state", "closed");
  closed = test_put (fixture->store, departure);
  later = find (fixture, NULL, &filter);
  g_assert_cmpstr (later, ==, "𠮷田Anna 吕布 张敏 朴树 单雄信 王海洋");
}

/* What an order and a filter keep for the next search is read again once anything has changed. */
static void
test_orders_follow (Fixture *fixture,
                    gconstpointer user_data)
{
  const FwEmployeeFilter filter = { .status = "active", .order = "contract-end" };
  g_autofree char *before = find (fixture, NULL, &filter);
  g_autofree char *hired = NULL;
  g_autofree char *undone = NULL;
  g_autoptr (FwEvent) event = NULL;
  g_autoptr (FwEvent) back = NULL;
  g_autoptr (FwRecord) employment = fw_record_new ("employment");
  g_autoptr (FwRecord) employee = fw_store_find (fixture->store, "employee", "number", "E0042", NULL);

  g_assert_cmpstr (before, ==, "朴树 王海洋 张敏");
  fw_record_set (employment, "employee-id", fw_record_get_id (employee));
  fw_record_set (employment, "hired", "2020-01-01");
  fw_record_set (employment, "contract-end", "2026-12-31");
  event = test_put (fixture->store, employment);
  hired = find (fixture, NULL, &filter);
  g_assert_cmpstr (hired, ==, "张敏 朴树 王海洋");
  back = fw_store_undo (fixture->store, fw_event_get_id (event), "tester", NULL, NULL);
  g_assert_nonnull (back);
  undone = find (fixture, NULL, &filter);
  g_assert_cmpstr (undone, ==, "朴树 王海洋 张敏");
}

/* The first look at everybody may know only the beginning; later ones know all, and rows come in their order. */
static void
test_pages (Fixture *fixture,
            gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwEmployeeAnswer) first =
    fw_store_find_people (fixture->store, " ", NULL, 2, FALSE, NULL, &error);
  g_autoptr (FwEmployeeAnswer) whole =
    fw_store_find_people (fixture->store, NULL, NULL, 100, TRUE, NULL, &error);
  const guint32 some[] = { 3, 9999, 1 };
  g_autoptr (GPtrArray) rows = fw_store_read_people (fixture->store, some, G_N_ELEMENTS (some), NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (first->n_found, ==, 6);
  g_assert_cmpuint (first->rows->len, ==, 2);
  g_assert_cmpstr (fw_record_get (g_ptr_array_index (first->rows, 0), "name"), ==, "吕布");
  g_assert_cmpuint (whole->seqs->len, ==, 6);
  g_assert_cmpuint (whole->rows->len, ==, 6);
  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpstr (fw_record_get (g_ptr_array_index (rows, 0), "name"), ==, "单雄信");
}

static FwRecord *
get_by_number (Fixture *fixture,
               const char *number)
{
  g_autoptr (GError) error = NULL;
  FwRecord *employee = fw_store_find (fixture->store, "employee", "number", number, &error);

  g_assert_no_error (error);
  return employee;
}

/* The index follows the record: its name, its readings, its going and its coming back. */
static void
test_follows (Fixture *fixture,
              gconstpointer user_data)
{
  g_autoptr (FwRecord) employee = get_by_number (fixture, "E0042");
  g_autoptr (FwCommand) removal = fw_command_new ("employee.remove", "tester", NULL);
  g_autoptr (FwEvent) renamed = NULL;
  g_autoptr (FwEvent) reread = NULL;
  g_autoptr (FwEvent) kept = NULL;
  g_autoptr (FwEvent) removed = NULL;
  g_autoptr (FwEvent) back = NULL;
  g_autofree char *old = NULL;
  g_autofree char *new = NULL;
  g_autofree char *own = NULL;
  g_autofree char *gone = NULL;
  g_autoptr (FwEmployeeAnswer) beginning = NULL;
  g_autofree char *again = NULL;

  fw_record_set (employee, "name", "乐敏");
  renamed = test_put (fixture->store, employee);
  g_assert_cmpstr (fw_record_get (employee, "pinyin"), ==, "yue min; le min");
  old = find (fixture, "zhang", NULL);
  g_assert_cmpstr (old, ==, "");
  new = find (fixture, "lem", NULL);
  g_assert_cmpstr (new, ==, "乐敏");

  /* Somebody's own reading stays, also under a new name. */
  fw_record_set (employee, "pinyin", "Le Min");
  reread = test_put (fixture->store, employee);
  own = find (fixture, "ym", NULL);
  g_assert_cmpstr (own, ==, "");
  fw_record_set (employee, "phone", "1");
  kept = test_put (fixture->store, employee);
  g_assert_cmpstr (fw_record_get (employee, "pinyin"), ==, "Le Min");

  fw_command_remove (removal, "employee", fw_record_get_id (employee));
  removed = fw_store_run (fixture->store, removal, NULL, NULL);
  g_assert_nonnull (removed);
  {
    g_autoptr (FwStore) reader = test_store_open (fixture->place, FW_STORE_READ);

    beginning = fw_store_find_people (reader, NULL, NULL, 0, FALSE, NULL, NULL);
    g_assert_cmpuint (beginning->n_found, ==, 5);
  }
  gone = find (fixture, "min", NULL);
  g_assert_cmpstr (gone, ==, "");
  back = fw_store_undo (fixture->store, fw_event_get_id (removed), "tester", NULL, NULL);
  g_assert_nonnull (back);
  again = find (fixture, "min", NULL);
  g_assert_cmpstr (again, ==, "乐敏");
}

static void
assert_found (Fixture *fixture,
              const char *text,
              const char *expected)
{
  /* The second time from what was kept. */
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *names = find (fixture, text, NULL);

      g_assert_cmpstr (names, ==, expected);
    }
}

/* Who answers to a letter is known before it is typed, and no longer once that has changed. */
static void
test_prepared (Fixture *fixture,
               gconstpointer user_data)
{
  g_autoptr (FwRecord) employee = get_by_number (fixture, "E0042");
  g_autoptr (FwRecord) department = fw_record_new_with_id ("department", fixture->north);
  g_autoptr (FwEvent) renumbered = NULL;
  g_autoptr (FwEvent) renamed = NULL;
  const FwEmployeeFilter by_number = { .order = "number" };
  g_autofree char *ordered = NULL;

  g_assert_cmpuint (_fw_store_prepare_words (fixture->store, NULL), ==, 0);   /* nobody has asked for the order yet */
  assert_found (fixture, NULL, "吕布 朴树 单雄信 𠮷田Anna 王海洋 张敏");
  g_assert_cmpuint (_fw_store_prepare_words (fixture->store, NULL), ==, 36);
  g_assert_cmpuint (_fw_store_prepare_words (fixture->store, NULL), ==, 0);
  g_assert_nonnull (g_hash_table_lookup (fixture->store->people.words.kept, "\"e\" *"));
  g_assert_nonnull (g_hash_table_lookup (fixture->store->people.words.kept, "\"e0\" *"));
  assert_found (fixture, "E", "单雄信 王海洋 张敏");
  assert_found (fixture, "e0", "单雄信 王海洋 张敏");
  assert_found (fixture, "华北", "吕布 张敏");
  ordered = find (fixture, "E", &by_number);
  g_assert_cmpstr (ordered, ==, "张敏 王海洋 单雄信");

  fw_record_set (employee, "number", "A42");
  renumbered = test_put (fixture->store, employee);
  assert_found (fixture, "E", "单雄信 王海洋");
  fw_record_set (department, "name", "东北区");
  renamed = test_put (fixture->store, department);
  assert_found (fixture, "华北", "");
  assert_found (fixture, "东北", "吕布 张敏");
}

/* The word that was asked for longest ago goes first. */
static void
test_words_go (Fixture *fixture,
               gconstpointer user_data)
{
  for (const char *letter = "GK"; *letter != '\0'; letter++)
    {
      g_autofree char *number = g_strnfill (60, *letter);

      add_person (fixture, number, "赵一", NULL, "active", NULL);
    }
  for (guint length = 1; length <= 60; length++)
    for (const char *letter = "GK"; *letter != '\0'; letter++)
      {
        g_autofree char *beginning = g_strnfill (length, *letter);

        assert_found (fixture, beginning, "赵一");
      }
  g_assert_cmpuint (g_hash_table_size (fixture->store->people.words.kept), ==, 96);
  g_assert_null (g_hash_table_lookup (fixture->store->people.words.kept, "\"g\" *"));
  assert_found (fixture, "G", "赵一");
}

/* Another program's changes are seen, too. */
static void
test_other_writer (Fixture *fixture,
                   gconstpointer user_data)
{
  g_autoptr (FwStore) reader = test_store_open (fixture->place, FW_STORE_READ);
  g_autoptr (GArray) before = fw_store_search (reader, NULL, NULL, NULL, NULL);
  g_autoptr (GArray) after = NULL;

  add_person (fixture, "Z1", "安宁", NULL, NULL, NULL);
  after = fw_store_search (reader, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (after->len, ==, before->len + 1);
  g_assert_cmpuint (g_array_index (after, guint32, 0), ==, 7);
}

typedef struct
{
  FwEmployeeAnswer *people;
  GError *error;
  gboolean done;
} Answer;

static void
searched_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  Answer *answer = user_data;

  answer->people = fw_store_find_people_finish (FW_STORE (source), result, &answer->error);
  answer->done = TRUE;
}

/* Of what is typed in a row, only the last is answered. */
static void
test_newest_wins (Fixture *fixture,
                  gconstpointer user_data)
{
  Answer answers[20] = { { NULL, NULL, FALSE } };
  g_autoptr (GCancellable) newest = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_cancellable_cancel (newest);
      g_clear_object (&newest);
      newest = g_cancellable_new ();
      fw_store_find_people_async (fixture->store, "zhang", NULL, 10, FALSE, newest, searched_cb, &answers[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    while (!answers[i].done)
      g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      if (answers[i].people == NULL)
        g_assert_error (answers[i].error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      if (i == G_N_ELEMENTS (answers) - 1)
        {
          g_assert_cmpuint (answers[i].people->n_found, ==, 1);
          g_assert_cmpstr (fw_record_get (g_ptr_array_index (answers[i].people->rows, 0), "name"), ==, "张敏");
        }
      g_clear_pointer (&answers[i].people, fw_employee_answer_free);
      g_clear_error (&answers[i].error);
    }
}

static void
test_outdated (Fixture *fixture,
               gconstpointer user_data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (fw_store_search (fixture->store, "zhang", NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_bad_text (Fixture *fixture,
               gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (fw_store_search (fixture->store, "\xff", NULL, NULL, &error));
  g_assert_error (error, FW_STORE_ERROR, FW_STORE_ERROR_INVALID);
}

static void
test_bad_order (Fixture *fixture,
                gconstpointer user_data)
{
  const FwEmployeeFilter filter = { .order = "number; DROP TABLE employee" };
  g_autoptr (GError) error = NULL;

  g_assert_null (fw_store_find_people (fixture->store, NULL, &filter, 1, FALSE, NULL, &error));
  g_assert_error (error, FW_STORE_ERROR, FW_STORE_ERROR_INVALID);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/search/found", Fixture, NULL, set_up, test_found, tear_down);
  g_test_add ("/store/search/filter", Fixture, NULL, set_up, test_filter, tear_down);
  g_test_add ("/store/search/terms", Fixture, NULL, set_up, test_terms, tear_down);
  g_test_add ("/store/search/orders", Fixture, NULL, set_up, test_orders, tear_down);
  g_test_add ("/store/search/attention", Fixture, NULL, set_up, test_attention, tear_down);
  g_test_add ("/store/search/orders-follow", Fixture, NULL, set_up, test_orders_follow, tear_down);
  g_test_add ("/store/search/pages", Fixture, NULL, set_up, test_pages, tear_down);
  g_test_add ("/store/search/bad-order", Fixture, NULL, set_up, test_bad_order, tear_down);
  g_test_add ("/store/search/follows", Fixture, NULL, set_up, test_follows, tear_down);
  g_test_add ("/store/search/found-among-many", Fixture, "keep", set_up, test_found, tear_down);
  g_test_add ("/store/search/follows-among-many", Fixture, "keep", set_up, test_follows, tear_down);
  g_test_add ("/store/search/orders-follow-among-many", Fixture, "keep", set_up, test_orders_follow, tear_down);
  g_test_add ("/store/search/prepared", Fixture, "keep", set_up, test_prepared, tear_down);
  g_test_add ("/store/search/words-go", Fixture, "keep", set_up, test_words_go, tear_down);
  g_test_add ("/store/search/other-writer", Fixture, NULL, set_up, test_other_writer, tear_down);
  g_test_add ("/store/search/newest-wins", Fixture, NULL, set_up, test_newest_wins, tear_down);
  g_test_add ("/store/search/outdated", Fixture, NULL, set_up, test_outdated, tear_down);
  g_test_add ("/store/search/bad-text", Fixture, NULL, set_up, test_bad_text, tear_down);
  return g_test_run ();
}
