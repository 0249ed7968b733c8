#include "departure/fw-case-items-private.h"

#include "departure/fw-departure-enums.h"

/* Rows of the steps of a case and of several cases that are one decision: the base type keeps and answers their values. */

#define FLAGS (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS)
#define NAMES(...) ((const char *const[]) { __VA_ARGS__, NULL })

#define DEFINE_ITEM(Type, type)                       \
  struct _##Type                                      \
  {                                                   \
    FwCaseItem parent_instance;                       \
  };                                                  \
  G_DEFINE_FINAL_TYPE (Type, type, FW_TYPE_CASE_ITEM) \
  static void type##_init (Type *self)                \
  {                                                   \
  }

DEFINE_ITEM (FwStepItem, fw_step_item)
DEFINE_ITEM (FwGroupMember, fw_group_member)
DEFINE_ITEM (FwGroupAmount, fw_group_amount)
DEFINE_ITEM (FwGroupRow, fw_group_row)

/* Numbers are counted on from 2: 1 is the id. */
static guint
install (gpointer klass,
         const char *const *texts,
         const char *const *truths,
         const char *const *counts)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  guint next = 2;

  /* Not inherited by itself. */
  object_class->get_property = G_OBJECT_CLASS (g_type_class_peek_parent (klass))->get_property;
  for (guint i = 0; texts[i] != NULL; i++)
    g_object_class_install_property (object_class, next++, g_param_spec_string (texts[i], NULL, NULL, NULL, FLAGS));
  for (guint i = 0; truths[i] != NULL; i++)
    g_object_class_install_property (object_class, next++, g_param_spec_boolean (truths[i], NULL, NULL, FALSE, FLAGS));
  for (guint i = 0; counts[i] != NULL; i++)
    g_object_class_install_property (object_class, next++, g_param_spec_int64 (counts[i], NULL, NULL, -1, G_MAXINT64, -1, FLAGS));
  return next;
}

static void
fw_step_item_class_init (FwStepItemClass *klass)
{
  install (klass, NAMES ("title", "by", "done-on", "at"), NAMES ("done", "next", "late", "seen"), NAMES (NULL));
}

static void
fw_group_member_class_init (FwGroupMemberClass *klass)
{
  guint next = install (klass,
                        NAMES ("number", "employee", "employee-name", "employee-number", "department", "position", "last-day",
                               "amount", "reason", "keep-why", "chosen-because"),
                        NAMES ("judged", "checked", "keep-first"), NAMES ("missing", "ready", "issued"));

  for (guint i = 0; i < 2; i++)
    g_object_class_install_property (G_OBJECT_CLASS (klass), next++,
                                     g_param_spec_boxed (i == 0 ? "ready-ids" : "ready-titles", NULL, NULL, G_TYPE_STRV, FLAGS));

  g_object_class_install_property (G_OBJECT_CLASS (klass), next++,
                                   g_param_spec_enum ("state", NULL, NULL, FW_TYPE_CASE_STATE, 0, FLAGS));
  g_object_class_install_property (G_OBJECT_CLASS (klass), next++,
                                   g_param_spec_enum ("verdict", NULL, NULL, FW_TYPE_VERDICT, 0, FLAGS));
}

static void
fw_group_amount_class_init (FwGroupAmountClass *klass)
{
  install (klass, NAMES ("title", "kind", "value"), NAMES (NULL), NAMES (NULL));
}

static void
fw_group_row_class_init (FwGroupRowClass *klass)
{
  install (klass, NAMES ("number", "kind", "title", "opened-on"), NAMES (NULL), NAMES ("cases", "open"));
}
