#include "store/fw-keys.h"
#include "store/fw-store-error.h"

#include <string.h>

static FwKeys *
make_keys (FwSecret **data_key)
{
  g_autoptr (GError) error = NULL;
  FwKeys *keys = fw_keys_new (FALSE);

  *data_key = fw_keys_new_data_key ();
  fw_keys_add (keys, "owner", "first", FW_KEY_COST_MINIMAL, *data_key, &error);
  g_assert_no_error (error);
  return keys;
}

static gboolean
opens (FwKeys *keys,
       const char *passphrase,
       FwSecret *data_key)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwSecret) found = fw_keys_unlock (keys, passphrase, NULL, &error);

  if (found == NULL)
    g_assert_error (error, FW_STORE_ERROR, FW_STORE_ERROR_PASSPHRASE);
  return found != NULL &&
         memcmp (fw_secret_get_bytes (found), fw_secret_get_bytes (data_key), FW_KEYS_DATA_KEY_SIZE) == 0;
}

static void
test_slots (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwSecret) data_key = NULL;
  g_autoptr (FwKeys) keys = make_keys (&data_key);
  g_autofree char *label = NULL;
  g_autoptr (FwSecret) found = NULL;

  g_assert_true (opens (keys, "first", data_key));
  g_assert_false (opens (keys, "First", data_key));
  g_assert_false (opens (keys, "", data_key));

  g_assert_true (fw_keys_add (keys, "finance", "二二二", FW_KEY_COST_MINIMAL, data_key, &error));
  found = fw_keys_unlock (keys, "二二二", &label, &error);
  g_assert_cmpstr (label, ==, "finance");
  g_assert_false (fw_keys_add (keys, "finance", "third", FW_KEY_COST_MINIMAL, data_key, &error));
  g_assert_error (error, FW_STORE_ERROR, FW_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (fw_keys_add (keys, "other", "", FW_KEY_COST_MINIMAL, data_key, &error));
  g_assert_error (error, FW_STORE_ERROR, FW_STORE_ERROR_INVALID);
  g_clear_error (&error);

  g_assert_true (fw_keys_replace (keys, "owner", "new", FW_KEY_COST_MINIMAL, data_key, &error));
  g_assert_false (opens (keys, "first", data_key));
  g_assert_true (opens (keys, "new", data_key));

  g_assert_true (fw_keys_remove (keys, "owner", &error));
  g_assert_false (opens (keys, "new", data_key));
  g_assert_false (fw_keys_remove (keys, "finance", &error));
  g_assert_error (error, FW_STORE_ERROR, FW_STORE_ERROR_INVALID);
}

static void
test_text (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwSecret) data_key = NULL;
  g_autoptr (FwKeys) keys = make_keys (&data_key);
  g_autofree char *text = fw_keys_to_text (keys);
  g_autoptr (FwKeys) again = fw_keys_parse (text, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (fw_keys_get_store_id (again), ==, fw_keys_get_store_id (keys));
  g_assert_true (fw_keys_is_minimal (again));
  g_assert_false (fw_keys_is_sample (again));
  g_assert_true (opens (again, "first", data_key));
}

/* One changed digit anywhere is damage, never a wrong passphrase. */
static void
test_damage (void)
{
  g_autoptr (FwSecret) data_key = NULL;
  g_autoptr (FwKeys) keys = make_keys (&data_key);
  g_autofree char *text = fw_keys_to_text (keys);
  const char *const places[] = { "\"salt\" : \"", "\"nonce\" : \"", "\"wrapped-key\" : \"",
                                 "\"checksum\" : \"", "\"store\" : \"" };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *damaged = g_strdup (text);
      char *digit = strstr (damaged, places[i]);

      g_assert_nonnull (digit);
      digit += strlen (places[i]);
      *digit = *digit == '0' ? '1' : '0';
      g_assert_null (fw_keys_parse (damaged, &error));
      g_assert_error (error, FW_STORE_ERROR, FW_STORE_ERROR_DAMAGED);
    }
  for (gsize length = 0; length < strlen (text) - 2; length += 17)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *cut = g_strndup (text, length);

      g_assert_null (fw_keys_parse (cut, &error));
      g_assert_error (error, FW_STORE_ERROR, FW_STORE_ERROR_DAMAGED);
    }
}

static void
test_forged (void)
{
  static const struct
  {
    const char *text;
    int code;
  } cases[] = {
    { "", FW_STORE_ERROR_DAMAGED },
    { "[]", FW_STORE_ERROR_DAMAGED },
    { "{}", FW_STORE_ERROR_DAMAGED },
    { "{\"version\": 2}", FW_STORE_ERROR_NEWER },
    { "{\"version\": \"1\", \"slots\": {}}", FW_STORE_ERROR_DAMAGED },
    { "{\"format\": \"fairwell-keys\", \"version\": 1, \"store\": \"0190c3e2-0000-7000-8000-000000000000\", \"slots\": [7]}",
      FW_STORE_ERROR_DAMAGED },
    { "{\"format\": \"fairwell-keys\", \"version\": 1, \"store\": \"0190c3e2-0000-7000-8000-000000000000\", \"slots\": "
      "[{\"label\": \"a\", \"kdf\": \"argon2id13\", \"operations\": 1, \"memory-kib\": 99999999999}]}",
      FW_STORE_ERROR_DAMAGED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (fw_keys_parse (cases[i].text, &error));
      g_assert_error (error, FW_STORE_ERROR, cases[i].code);
    }
}

/* The real cost is real: this one slot takes its quarter of a gibibyte once. */
static void
test_moderate (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwSecret) data_key = fw_keys_new_data_key ();
  g_autoptr (FwKeys) keys = fw_keys_new (FALSE);
  g_autofree char *text = NULL;

  fw_keys_add (keys, "owner", "first", FW_KEY_COST_MODERATE, data_key, &error);
  g_assert_no_error (error);
  g_assert_false (fw_keys_is_minimal (keys));
  text = fw_keys_to_text (keys);
  g_assert_nonnull (strstr (text, "\"operations\" : 3"));
  g_assert_nonnull (strstr (text, "\"memory-kib\" : 262144"));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/keys/slots", test_slots);
  g_test_add_func ("/store/keys/text", test_text);
  g_test_add_func ("/store/keys/damage", test_damage);
  g_test_add_func ("/store/keys/forged", test_forged);
  g_test_add_func ("/store/keys/moderate", test_moderate);
  return g_test_run ();
}
