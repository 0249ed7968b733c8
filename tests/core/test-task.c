#include "core/fw-task.h"

/* An object that says on which thread it ended. */

typedef struct
{
  GObject parent_instance;
  GThread **ended;
} TestSource;

typedef GObjectClass TestSourceClass;

static GType test_source_get_type (void);

G_DEFINE_TYPE (TestSource, test_source, G_TYPE_OBJECT)

static void
test_source_finalize (GObject *object)
{
  g_atomic_pointer_set (((TestSource *) object)->ended, g_thread_self ());
  G_OBJECT_CLASS (test_source_parent_class)->finalize (object);
}

static void
test_source_class_init (TestSourceClass *class)
{
  class->finalize = test_source_finalize;
}

static void
test_source_init (TestSource *self)
{
}

typedef struct
{
  GThread *source_ended;
  GThread *data_ended;
  gboolean answered;
  GThread *worked;
  gboolean refuses;
} Seen;

static void
data_free (gpointer seen)
{
  g_atomic_pointer_set (&((Seen *) seen)->data_ended, g_thread_self ());
}

static gpointer
hold_on_thread (gpointer task)
{
  g_usleep (20 * 1000);
  g_object_unref (task);
  return NULL;
}

/* A worker that is held up on its way out holds the task still when its answer has long been taken. */
static void
work_cb (GTask *task,
         gpointer source_object,
         gpointer task_data,
         GCancellable *cancellable)
{
  g_thread_unref (g_thread_new ("held up", hold_on_thread, g_object_ref (task)));
  g_task_return_int (task, 7);
}

static void
quick_cb (GTask *task,
          gpointer source_object,
          gpointer task_data,
          GCancellable *cancellable)
{
  g_task_return_int (task, 7);
}

static void
done_cb (GObject *source_object,
         GAsyncResult *result,
         gpointer user_data)
{
  Seen *seen = user_data;

  g_assert_cmpint (g_task_propagate_int (G_TASK (result), NULL), ==, 7);
  seen->answered = TRUE;
}

static void
run (GTaskThreadFunc work)
{
  Seen seen = { NULL };
  TestSource *source = g_object_new (test_source_get_type (), NULL);
  GTask *task = g_task_new (source, NULL, done_cb, &seen);
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  source->ended = &seen.source_ended;
  g_task_set_task_data (task, &seen, data_free);
  fw_task_run_in_thread (task, work);
  g_object_unref (task);
  g_object_unref (source);
  while ((!seen.answered || g_atomic_pointer_get (&seen.source_ended) == NULL) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (seen.answered);
  g_assert_true (g_atomic_pointer_get (&seen.source_ended) == g_thread_self ());
  g_assert_true (g_atomic_pointer_get (&seen.data_ended) == g_thread_self ());
}

static void
test_held_up (void)
{
  run (work_cb);
}

static void
test_quick (void)
{
  for (int i = 0; i < 2000; i++)
    run (quick_cb);
}

/* What is asked is worked out elsewhere, and everything it was given ends here. */

static gpointer
look_up (gpointer data,
         GError **error)
{
  Seen *seen = data;

  seen->worked = g_thread_self ();
  if (!seen->refuses)
    return g_strdup ("answer");
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "there is none");
  return NULL;
}

static void
answered_cb (GObject *source_object,
             GAsyncResult *result,
             gpointer user_data)
{
  Seen *seen = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *answer = fw_task_ask_finish (result, &error);

  g_assert_cmpstr (answer, ==, seen->refuses ? NULL : "answer");
  g_assert_cmpint (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND), ==, seen->refuses);
  seen->answered = TRUE;
}

static void
test_ask (void)
{
  for (int i = 0; i < 2; i++)
    {
      Seen seen = { .refuses = i == 1 };
      TestSource *source = g_object_new (test_source_get_type (), NULL);
      gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

      source->ended = &seen.source_ended;
      fw_task_ask_async (source, look_up, &seen, data_free, g_free, NULL, answered_cb, &seen);
      g_object_unref (source);
      while ((!seen.answered || g_atomic_pointer_get (&seen.source_ended) == NULL) && g_get_monotonic_time () < end)
        g_main_context_iteration (NULL, FALSE);
      g_assert_true (seen.answered);
      g_assert_nonnull (seen.worked);
      g_assert_true (seen.worked != g_thread_self ());
      g_assert_true (g_atomic_pointer_get (&seen.source_ended) == g_thread_self ());
      g_assert_true (g_atomic_pointer_get (&seen.data_ended) == g_thread_self ());
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/task/held-up", test_held_up);
  g_test_add_func ("/task/quick", test_quick);
  g_test_add_func ("/task/ask", test_ask);
  return g_test_run ();
}
