#include "departure/fw-case-items-private.h"

#include "departure/fw-departure-enums.h"

/*
 * Every item is a row of readable properties, nothing more. The base type keeps the values by property; a type only
 * names its properties, so that a page can look them up and a test can compare them.
 */
typedef struct
{
  GHashTable *values; /* owned: property name (interned) → GValue */
} FwCaseItemPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (FwCaseItem, fw_case_item, G_TYPE_OBJECT)

static void
value_free_cb (gpointer data)
{
  GValue *value = data;

  g_value_unset (value);
  g_free (value);
}

static GHashTable *
values_of (FwCaseItem *self)
{
  FwCaseItemPrivate *priv = fw_case_item_get_instance_private (self);

  return priv->values;
}

static void
fw_case_item_get_property (GObject *object,
                           guint property_id,
                           GValue *value,
                           GParamSpec *pspec)
{
  GValue *kept = g_hash_table_lookup (values_of (FW_CASE_ITEM (object)), pspec->name);

  if (kept != NULL)
    g_value_copy (kept, value);
  else
    g_param_value_set_default (pspec, value);
}

static void
fw_case_item_finalize (GObject *object)
{
  g_hash_table_unref (values_of (FW_CASE_ITEM (object)));
  G_OBJECT_CLASS (fw_case_item_parent_class)->finalize (object);
}

static void
fw_case_item_class_init (FwCaseItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = fw_case_item_get_property;
  object_class->finalize = fw_case_item_finalize;
  g_object_class_install_property (object_class, 1,
    g_param_spec_string ("id", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
fw_case_item_init (FwCaseItem *self)
{
  FwCaseItemPrivate *priv = fw_case_item_get_instance_private (self);

  priv->values = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, value_free_cb);
}

/* Properties are numbered per class from 2 on (1 is the id); only their names matter here. */
static void
install (GObjectClass *klass,
         GParamSpec *pspec,
         guint *next)
{
  klass->get_property = fw_case_item_get_property;
  g_object_class_install_property (klass, (*next)++, pspec);
}

static void
install_texts (GObjectClass *klass,
               const char *const *names,
               guint *next)
{
  for (guint i = 0; names[i] != NULL; i++)
    install (klass,
      g_param_spec_string (names[i], NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS), next);
}

static void
install_truths (GObjectClass *klass,
                const char *const *names,
                guint *next)
{
  for (guint i = 0; names[i] != NULL; i++)
    install (klass,
      g_param_spec_boolean (names[i], NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS), next);
}

static void
install_lists_of_text (GObjectClass *klass,
                       const char *const *names,
                       guint *next)
{
  for (guint i = 0; names[i] != NULL; i++)
    install (klass,
      g_param_spec_boxed (names[i], NULL, NULL, G_TYPE_STRV, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS), next);
}

static void
install_choice (GObjectClass *klass,
                const char *name,
                GType type,
                guint *next)
{
  install (klass, g_param_spec_enum (name, NULL, NULL, type, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS), next);
}

static void
install_count (GObjectClass *klass,
               const char *name,
               guint *next)
{
  install (klass,
    g_param_spec_int64 (name, NULL, NULL, -1, G_MAXINT64, -1, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS), next);
}

static void
install_list (GObjectClass *klass,
              const char *name,
              guint *next)
{
  install (klass,
    g_param_spec_object (name, NULL, NULL, G_TYPE_LIST_MODEL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS), next);
}

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

DEFINE_ITEM (FwGroundChoice, fw_ground_choice)
DEFINE_ITEM (FwStatusRow, fw_status_row)
DEFINE_ITEM (FwMaterialItem, fw_material_item)
DEFINE_ITEM (FwFoundRecord, fw_found_record)
DEFINE_ITEM (FwFindingItem, fw_finding_item)
DEFINE_ITEM (FwBlankField, fw_blank_field)
DEFINE_ITEM (FwCaseDocument, fw_case_document)
DEFINE_ITEM (FwWorkingLine, fw_working_line)
DEFINE_ITEM (FwPrice, fw_price)
DEFINE_ITEM (FwFigureItem, fw_figure_item)
DEFINE_ITEM (FwReadingItem, fw_reading_item)
DEFINE_ITEM (FwChangeItem, fw_change_item)
DEFINE_ITEM (FwSettlementRow, fw_settlement_row)
DEFINE_ITEM (FwWeakPointItem, fw_weak_point_item)
DEFINE_ITEM (FwRiskSum, fw_risk_sum)
DEFINE_ITEM (FwOfferItem, fw_offer_item)
DEFINE_ITEM (FwDeadlineItem, fw_deadline_item)
DEFINE_ITEM (FwTaskItem, fw_task_item)
DEFINE_ITEM (FwDeliveryItem, fw_delivery_item)
DEFINE_ITEM (FwReasonItem, fw_reason_item)
DEFINE_ITEM (FwEventItem, fw_event_item)
DEFINE_ITEM (FwCaseRow, fw_case_row)

static void
fw_ground_choice_class_init (FwGroundChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  guint next = 2;

  install_texts (object_class,
    NAMES ("kind", "title", "plain", "article", "article-text", "reason", "until", "severance", "payment-in-lieu",
           "total", "damages", "months", "notice-days", "earliest-last-day"), &next);
  install_choice (object_class, "use", FW_TYPE_GROUND_USE, &next);
  install_choice (object_class, "verdict", FW_TYPE_VERDICT, &next);
  install_truths (object_class, NAMES ("chosen", "no-severance", "supposed", "until-expected"), &next);
  install_lists_of_text (object_class, NAMES ("proves", "steps", "mistakes", "tribunal"), &next);
}

static void
fw_status_row_class_init (FwStatusRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  guint next = 2;

  install_texts (object_class,
    NAMES ("title", "question", "article", "asked-of", "on", "from", "until", "grade", "infant-born",
           "exit-medical"), &next);
  install_choice (object_class, "answer", FW_TYPE_STATUS_ANSWER, &next);
}

static void
fw_material_item_class_init (FwMaterialItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  guint next = 2;

  install_texts (object_class,
    NAMES ("title", "why", "without", "how", "moment", "article", "source", "source-kind", "date", "evidence",
           "file-name", "sha256", "document", "ask", "article-text"), &next);
  install_lists_of_text (object_class, NAMES ("files", "file-ids"), &next);
  install_choice (object_class, "state", FW_TYPE_MATERIAL_STATE, &next);
  install_truths (object_class, NAMES ("required", "shared"), &next);
  install_count (object_class, "size", &next);
  install_list (object_class, "found", &next);
}

static void
fw_found_record_class_init (FwFoundRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  guint next = 2;

  install_texts (object_class, NAMES ("kind", "date"), &next);
  install (object_class, g_param_spec_object ("record", NULL, NULL, G_TYPE_OBJECT, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS),
           &next);
}

static void
fw_finding_item_class_init (FwFindingItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  guint next = 2;

  install_texts (object_class,
    NAMES ("title", "article", "article-text", "until", "override-by", "override-reason", "family", "material"),
    &next);
  install_choice (object_class, "verdict", FW_TYPE_VERDICT, &next);
  install_truths (object_class, NAMES ("can-override", "overridden", "until-expected"), &next);
  install_lists_of_text (object_class, NAMES ("actions", "action-titles", "unknown", "unknown-labels"), &next);
  install_list (object_class, "blanks", &next);
}

static void
fw_blank_field_class_init (FwBlankFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  guint next = 2;

  install_texts (object_class, NAMES ("label", "kind", "value", "hint"), &next);
  install_truths (object_class, NAMES ("settable"), &next);
  install_choice (object_class, "step", FW_TYPE_CASE_STEP, &next);
}

static void
fw_case_document_class_init (FwCaseDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  guint next = 2;

  install_texts (object_class,
    NAMES ("title", "moment", "number", "issued-on", "sha256", "issued-id", "delivered-on", "delivered", "proof"), &next);
  install_choice (object_class, "state", FW_TYPE_PAPER_STATE, &next);
  install_count (object_class, "pages", &next);
  install_count (object_class, "blanks", &next);
  install_truths (object_class, NAMES ("read-again", "shared", "due"), &next);
  install_lists_of_text (object_class, NAMES ("reasons", "reason-kinds", "reason-ids"), &next);
  install_list (object_class, "missing", &next);
}

static void
fw_working_line_class_init (FwWorkingLineClass *klass)
{
  guint next = 2;

  install_texts (G_OBJECT_CLASS (klass), NAMES ("title", "article", "article-text", "value"), &next);
}

static void
fw_price_class_init (FwPriceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  guint next = 2;

  install_texts (object_class, NAMES ("amount", "months", "article"), &next);
  install_truths (object_class, NAMES ("chosen", "avoid", "unknown"), &next);
  install_list (object_class, "working", &next);
}

static void
fw_figure_item_class_init (FwFigureItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  guint next = 2;

  install_texts (object_class,
    NAMES ("name", "title", "amount", "year", "source", "from", "until", "confirmed-by", "confirmed-on", "confidence"),
    &next);
  install_truths (object_class, NAMES ("confirmed", "used"), &next);
}

static void
fw_reading_item_class_init (FwReadingItemClass *klass)
{
  guint next = 2;

  install_texts (G_OBJECT_CLASS (klass), NAMES ("title", "option", "amount", "warning", "article", "taken", "taken-amount", "of"), &next);
}

static void
fw_change_item_class_init (FwChangeItemClass *klass)
{
  guint next = 2;

  install_texts (G_OBJECT_CLASS (klass), NAMES ("sort", "name", "title", "before", "after", "why"), &next);
}

static void
fw_settlement_row_class_init (FwSettlementRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  guint next = 2;

  install_texts (object_class,
    NAMES ("group", "title", "article", "article-text", "formula", "basis", "reason", "reckoned", "amount"), &next);
  install_truths (object_class, NAMES ("asked", "optional", "changed", "out", "own"), &next);
  install_list (object_class, "working", &next);
  install_list (object_class, "blanks", &next);
}

static void
fw_weak_point_item_class_init (FwWeakPointItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  guint next = 2;

  install_texts (object_class, NAMES ("title", "why", "mend", "article", "article-text", "material"), &next);
  install_choice (object_class, "step", FW_TYPE_CASE_STEP, &next);
  install_lists_of_text (object_class, NAMES ("findings", "finding-titles", "cost-titles", "cost-amounts"), &next);
}

static void
fw_risk_sum_class_init (FwRiskSumClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  guint next = 2;

  install_texts (object_class, NAMES ("group", "title", "amount", "assumes", "article", "article-text", "each-month"), &next);
  install_count (object_class, "months", &next);
}

static void
fw_offer_item_class_init (FwOfferItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  guint next = 2;

  install_texts (object_class,
    NAMES ("title", "why", "article", "article-text", "unit", "each", "cost", "paid", "clause"), &next);
  install_truths (object_class, NAMES ("offered", "may-offer"), &next);
  install_list (object_class, "blanks", &next);
}

static void
fw_deadline_item_class_init (FwDeadlineItemClass *klass)
{
  guint next = 2;

  install_texts (G_OBJECT_CLASS (klass), NAMES ("title", "article", "article-text", "date"), &next);
}

static void
fw_task_item_class_init (FwTaskItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  guint next = 2;

  install_texts (object_class, NAMES ("kind", "title", "assignee", "due", "done-on"), &next);
  install_truths (object_class, NAMES ("done"), &next);
}

static void
fw_delivery_item_class_init (FwDeliveryItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  guint next = 2;

  install_texts (object_class, NAMES ("document", "title", "by", "on", "who", "why", "evidence"), &next);
  install_truths (object_class, NAMES ("failed"), &next);
}

static void
fw_reason_item_class_init (FwReasonItemClass *klass)
{
  guint next = 2;

  install_texts (G_OBJECT_CLASS (klass), NAMES ("name", "words", "weight"), &next);
}

static void
fw_event_item_class_init (FwEventItemClass *klass)
{
  guint next = 2;

  install_texts (G_OBJECT_CLASS (klass), NAMES ("what", "who", "why", "about", "on", "at"), &next);
}

static void
fw_case_row_class_init (FwCaseRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  guint next = 2;

  install_texts (object_class,
    NAMES ("number", "employee", "employee-name", "employee-number", "department", "kind", "ground",
           "ground-title", "last-day", "opened-on", "paused-on", "pause-reason", "look-again"), &next);
  install_choice (object_class, "state", FW_TYPE_CASE_STATE, &next);
}

/**
 * fw_case_item_get_id:
 *
 * Returns: the id that the item keeps through every judging: a ground, material, finding, facts path …
 */
const char *
fw_case_item_get_id (FwCaseItem *self)
{
  return fw_case_item_get_text (self, "id");
}

/**
 * fw_case_item_get_text:
 * @property: a property of type text
 *
 * Returns: (nullable): its value, %NULL where unknown; borrowed until the item changes
 */
const char *
fw_case_item_get_text (FwCaseItem *self,
                       const char *property)
{
  GValue *value = g_hash_table_lookup (values_of (self), property);

  return value != NULL && G_VALUE_HOLDS_STRING (value) ? g_value_get_string (value) : NULL;
}

/**
 * fw_case_item_get_choice:
 * @property: a property that is an enumeration
 *
 * Returns: its value, 0 where it was never set
 */
int
fw_case_item_get_choice (FwCaseItem *self,
                         const char *property)
{
  GValue *value = g_hash_table_lookup (values_of (self), property);

  return value != NULL && G_VALUE_HOLDS_ENUM (value) ? g_value_get_enum (value) : 0;
}

/**
 * fw_case_item_get_truth:
 * @property: a property that is true or false
 *
 * Returns: its value, %FALSE where it was never set
 */
gboolean
fw_case_item_get_truth (FwCaseItem *self,
                        const char *property)
{
  GValue *value = g_hash_table_lookup (values_of (self), property);

  return value != NULL && G_VALUE_HOLDS_BOOLEAN (value) && g_value_get_boolean (value);
}

/**
 * fw_case_item_get_texts:
 * @property: a property that is a list of texts
 *
 * Returns: (nullable): the texts, %NULL where there are none; borrowed until the item changes
 */
const char *const *
fw_case_item_get_texts (FwCaseItem *self,
                        const char *property)
{
  GValue *value = g_hash_table_lookup (values_of (self), property);

  return value != NULL && G_VALUE_HOLDS (value, G_TYPE_STRV) ? g_value_get_boxed (value) : NULL;
}

/**
 * fw_case_item_get_list:
 * @property: a property that is a list of items
 *
 * Returns: (nullable): the list, borrowed until the item changes
 */
GListModel *
fw_case_item_get_list (FwCaseItem *self,
                       const char *property)
{
  GValue *value = g_hash_table_lookup (values_of (self), property);

  return value != NULL && G_VALUE_HOLDS (value, G_TYPE_LIST_MODEL) ? g_value_get_object (value) : NULL;
}

/**
 * fw_case_item_get_object:
 * @property: a property that is an object of another library, such as a record
 *
 * Returns: (nullable): the object, borrowed until the item changes
 */
gpointer
fw_case_item_get_object (FwCaseItem *self,
                         const char *property)
{
  GValue *value = g_hash_table_lookup (values_of (self), property);

  return value != NULL && G_VALUE_HOLDS_OBJECT (value) ? g_value_get_object (value) : NULL;
}

/* Answers an empty value of the property's own type, kept under the property's interned name. */
static GValue *
renew (FwCaseItem *self,
       const char *property)
{
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (self), property);
  GValue *value = g_new0 (GValue, 1);

  g_assert (pspec != NULL);
  g_value_init (value, pspec->value_type);
  g_hash_table_replace (values_of (self), (gpointer) pspec->name, value);
  return value;
}

/* Makes an empty item of a type; its values are set before anyone sees it. */
FwCaseItem *
_fw_case_item_new (GType type,
                   const char *id)
{
  FwCaseItem *self = g_object_new (type, NULL);

  g_value_set_string (renew (self, "id"), id);
  return self;
}

void
_fw_case_item_set_text (FwCaseItem *self,
                        const char *property,
                        const char *value)
{
  if (value != NULL && *value != '\0')
    g_value_set_string (renew (self, property), value);
}

void
_fw_case_item_take_text (FwCaseItem *self,
                         const char *property,
                         char *value)
{
  if (value != NULL)
    g_value_take_string (renew (self, property), value);
}

void
_fw_case_item_set_choice (FwCaseItem *self,
                          const char *property,
                          int value)
{
  g_value_set_enum (renew (self, property), value);
}

void
_fw_case_item_set_truth (FwCaseItem *self,
                         const char *property,
                         gboolean value)
{
  g_value_set_boolean (renew (self, property), value);
}

void
_fw_case_item_set_count (FwCaseItem *self,
                         const char *property,
                         gint64 value)
{
  g_value_set_int64 (renew (self, property), value);
}

void
_fw_case_item_set_texts (FwCaseItem *self,
                         const char *property,
                         const char *const *value)
{
  g_value_set_boxed (renew (self, property), value);
}

void
_fw_case_item_set_object (FwCaseItem *self,
                          const char *property,
                          gpointer value)
{
  g_value_set_object (renew (self, property), value);
}

void
_fw_case_item_set_list (FwCaseItem *self,
                        const char *property,
                        GListModel *value)
{
  g_value_set_object (renew (self, property), value);
}

static gboolean
same_value (const GValue *a,
            const GValue *b)
{
  if (a == NULL || b == NULL || G_VALUE_TYPE (a) != G_VALUE_TYPE (b))
    return a == b;
  if (G_VALUE_HOLDS_STRING (a))
    return g_strcmp0 (g_value_get_string (a), g_value_get_string (b)) == 0;
  if (G_VALUE_HOLDS_ENUM (a))
    return g_value_get_enum (a) == g_value_get_enum (b);
  if (G_VALUE_HOLDS_BOOLEAN (a))
    return g_value_get_boolean (a) == g_value_get_boolean (b);
  if (G_VALUE_HOLDS_INT64 (a))
    return g_value_get_int64 (a) == g_value_get_int64 (b);
  if (G_VALUE_HOLDS (a, G_TYPE_STRV))
    {
      const char *const *left = g_value_get_boxed (a);
      const char *const *right = g_value_get_boxed (b);

      return left == right || (left != NULL && right != NULL && g_strv_equal (left, right));
    }
  return FALSE;
}

/* Whether two items of a type say the same. */
gboolean
_fw_case_item_equal (FwCaseItem *a,
                     FwCaseItem *b)
{
  g_autofree GParamSpec **all = NULL;
  guint count;

  all = g_object_class_list_properties (G_OBJECT_GET_CLASS (a), &count);
  for (guint i = 0; i < count; i++)
    if (!same_value (g_hash_table_lookup (values_of (a), all[i]->name), g_hash_table_lookup (values_of (b), all[i]->name)))
      return FALSE;
  return TRUE;
}

/* Takes over the values of a newer item of the same id, with a notification for each that differs. */
void
_fw_case_item_become (FwCaseItem *self,
                      FwCaseItem *newer)
{
  FwCaseItemPrivate *priv = fw_case_item_get_instance_private (self);
  FwCaseItemPrivate *other = fw_case_item_get_instance_private (newer);
  g_autofree GParamSpec **all = NULL;
  g_autoptr (GHashTable) before = g_hash_table_ref (priv->values);
  guint count;

  all = g_object_class_list_properties (G_OBJECT_GET_CLASS (self), &count);
  g_hash_table_unref (priv->values);
  priv->values = g_hash_table_ref (other->values);
  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = 0; i < count; i++)
    if (!same_value (g_hash_table_lookup (before, all[i]->name), g_hash_table_lookup (priv->values, all[i]->name)))
      g_object_notify_by_pspec (G_OBJECT (self), all[i]);
  g_object_thaw_notify (G_OBJECT (self));
}
