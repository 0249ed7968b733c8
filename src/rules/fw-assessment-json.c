/* The judgment as `assess --json` prints it: names and types are a contract with scripts outside the program. */
#include "rules/fw-assessment-private.h"

static void
set_number (JsonObject *object,
            const char *name,
            FwNumber *number,
            FwValueType type,
            guint digits)
{
  g_auto (FwValue) value = fw_value_new_number (number != NULL ? fw_number_ref (number) : NULL);

  json_object_set_member (object, name, fw_value_to_json (&value, type, digits));
}

static void
set_text (JsonObject *object,
          const char *name,
          const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, name, text);
  else
    json_object_set_null_member (object, name);
}

static void
set_date (JsonObject *object,
          const char *name,
          FwDate date)
{
  g_autofree char *text = fw_date_to_string (date);

  set_text (object, name, text);
}

static void
set_answer (JsonObject *object,
            const char *name,
            FwAnswerKnown answer)
{
  if (answer == FW_ANSWER_UNKNOWN)
    json_object_set_null_member (object, name);
  else
    json_object_set_boolean_member (object, name, answer == FW_ANSWER_YES);
}

static void
set_message (JsonObject *object,
             const char *name,
             const FwMessage *message)
{
  JsonObject *texts = json_object_new ();

  set_text (texts, "zh", message->zh);
  set_text (texts, "en", message->en);
  json_object_set_object_member (object, name, texts);
}

static void
set_strings (JsonObject *object,
             const char *name,
             GStrv texts)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    json_array_add_string_element (array, texts[i]);
  json_object_set_array_member (object, name, array);
}

static int
compare_keys_cb (gconstpointer a,
                 gconstpointer b)
{
  return g_strcmp0 (a, b);
}

/* What a rule attaches to its finding; true and false as such. */
static void
set_attributes (JsonObject *object,
                GHashTable *attributes)
{
  g_autoptr (GList) keys = attributes != NULL ? g_list_sort (g_hash_table_get_keys (attributes), compare_keys_cb) : NULL;

  for (GList *key = keys; key != NULL; key = key->next)
    {
      const char *value = g_hash_table_lookup (attributes, key->data);

      if (g_str_equal (value, "true") || g_str_equal (value, "false"))
        json_object_set_boolean_member (object, key->data, value[0] == 't');
      else
        json_object_set_string_member (object, key->data, value);
    }
}

static JsonArray *
findings_to_json (GPtrArray *findings)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < findings->len; i++)
    {
      FwFinding *finding = g_ptr_array_index (findings, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "id", finding->id);
      json_object_set_string_member (object, "severity", fw_severity_to_string (finding->severity));
      set_text (object, "family", finding->family);
      set_text (object, "article", finding->article.zh);
      set_message (object, "message", &finding->message);
      set_date (object, "until", finding->until);
      if (finding->until_expected)
        json_object_set_boolean_member (object, "until_expected", TRUE);
      if (finding->unknown != NULL)
        set_strings (object, "unknown", finding->unknown);
      set_strings (object, "actions", finding->actions);
      json_object_set_boolean_member (object, "may_override", finding->may_override);
      if (finding->overridden)
        json_object_set_boolean_member (object, "overridden", TRUE);
      set_attributes (object, finding->attributes);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonObject *
materials_to_json (FwAssessment *self)
{
  JsonObject *object = json_object_new (), *moments = json_object_new ();
  JsonArray *required = json_array_new (), *present = json_array_new (), *missing = json_array_new ();
  JsonArray *recommended = json_array_new ();

  for (guint i = 0; i < self->materials->len; i++)
    {
      FwMaterialNeed *need = g_ptr_array_index (self->materials, i);

      json_array_add_string_element (required, need->id);
      if (need->present)
        json_array_add_string_element (present, need->id);
      else if (need->counts)
        json_array_add_string_element (missing, need->id);
      json_object_set_string_member (moments, need->id, need->moment);
    }
  for (guint i = 0; i < self->recommended->len; i++)
    json_array_add_string_element (recommended, ((FwMaterialNeed *) g_ptr_array_index (self->recommended, i))->id);
  json_object_set_array_member (object, "required", required);
  json_object_set_array_member (object, "present", present);
  json_object_set_array_member (object, "missing", missing);
  json_object_set_object_member (object, "moments", moments);
  json_object_set_array_member (object, "recommended", recommended);
  return object;
}

static JsonObject *
notice_to_json (FwAssessment *self)
{
  FwNotice *notice = self->money->notice;
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "by", notice->by);
  set_number (object, "days", notice->days, FW_AS_DAYS, 0);
  set_number (object, "given", notice->given, FW_AS_DAYS, 0);
  set_number (object, "pay_in_lieu", notice->pay_in_lieu, FW_AS_MONEY, self->digits);
  set_date (object, "earliest_last_day", notice->earliest_last_day);
  set_text (object, "article", notice->article.zh);
  return object;
}

static JsonArray *
segments_to_json (GPtrArray *segments,
                  guint digits)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < segments->len; i++)
    {
      FwSegment *segment = g_ptr_array_index (segments, i);
      JsonObject *object = json_object_new ();

      set_date (object, "from", segment->from);
      set_date (object, "to", segment->to);
      set_number (object, "months", segment->months, FW_AS_MONTHS, digits);
      set_number (object, "base", segment->base, FW_AS_MONEY, digits);
      set_number (object, "amount", segment->amount, FW_AS_MONEY, digits);
      set_text (object, "article", segment->article.zh);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonArray *
working_to_json (GPtrArray *working)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < working->len; i++)
    {
      FwWorking *line = g_ptr_array_index (working, i);
      JsonObject *object = json_object_new ();

      set_message (object, "step", &line->step);
      set_text (object, "article", line->article.zh);
      set_text (object, "value", line->value);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonObject *
severance_to_json (FwAmount *amount,
                   guint digits)
{
  JsonObject *object = json_object_new ();

  set_answer (object, "due", amount->due);
  set_number (object, "months", amount->months, FW_AS_MONTHS, digits);
  set_number (object, "base", amount->base, FW_AS_MONEY, digits);
  set_number (object, "average", amount->average, FW_AS_MONEY, digits);
  set_answer (object, "capped", amount->capped);
  set_answer (object, "floored", amount->floored);
  set_number (object, "amount", amount->amount, FW_AS_MONEY, digits);
  set_text (object, "article", amount->article.zh);
  json_object_set_array_member (object, "segments", segments_to_json (amount->segments, digits));
  json_object_set_array_member (object, "working", working_to_json (amount->working));
  return object;
}

static void
set_damages (JsonObject *object,
             FwAmount *amount,
             guint digits)
{
  JsonObject *damages;

  if (amount == NULL)
    {
      json_object_set_null_member (object, "damages");
      return;
    }
  damages = json_object_new ();
  set_number (damages, "months", amount->months, FW_AS_MONTHS, digits);
  set_number (damages, "base", amount->base, FW_AS_MONEY, digits);
  set_number (damages, "amount", amount->amount, FW_AS_MONEY, digits);
  set_text (damages, "article", amount->article.zh);
  json_object_set_array_member (damages, "working", working_to_json (amount->working));
  json_object_set_object_member (object, "damages", damages);
}

static JsonArray *
other_to_json (GPtrArray *other,
               guint digits)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < other->len; i++)
    {
      FwAmount *amount = g_ptr_array_index (other, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "id", amount->id);
      set_message (object, "title", &amount->title);
      set_number (object, "amount", amount->amount, FW_AS_MONEY, digits);
      set_text (object, "article", amount->article.zh);
      json_object_set_array_member (object, "working", working_to_json (amount->working));
      json_array_add_object_element (array, object);
    }
  return array;
}

static void
set_tax (JsonObject *object,
         FwAmount *amount,
         guint digits)
{
  JsonObject *tax;

  if (amount == NULL)
    {
      json_object_set_null_member (object, "tax");
      return;
    }
  tax = json_object_new ();
  set_number (tax, "exempt", amount->exempt, FW_AS_MONEY, digits);
  set_number (tax, "taxable", amount->taxable, FW_AS_MONEY, digits);
  set_number (tax, "rate", amount->rate, FW_AS_RATE, digits);
  set_number (tax, "tax", amount->amount, FW_AS_MONEY, digits);
  set_text (tax, "article", amount->article.zh);
  json_object_set_object_member (object, "tax", tax);
}

static JsonArray *
alternatives_to_json (FwAssessment *self)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < self->alternatives->len; i++)
    {
      FwAlternative *alternative = g_ptr_array_index (self->alternatives, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "setting", alternative->setting);
      json_object_set_string_member (object, "value", alternative->value);
      json_object_set_string_member (object, "of", alternative->of);
      set_number (object, "amount", alternative->amount, FW_AS_MONEY, self->digits);
      set_message (object, "title", &alternative->title);
      set_message (object, "option", &alternative->option);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonArray *
deadlines_to_json (GPtrArray *deadlines)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < deadlines->len; i++)
    {
      FwDeadline *deadline = g_ptr_array_index (deadlines, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "id", deadline->id);
      set_date (object, "date", deadline->date);
      set_message (object, "title", &deadline->title);
      set_text (object, "article", deadline->article.zh);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonArray *
procedure_to_json (GPtrArray *steps)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < steps->len; i++)
    {
      FwProcedureStep *step = g_ptr_array_index (steps, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "id", step->id);
      set_text (object, "gate", step->gate);
      set_date (object, "done", step->done);
      set_date (object, "earliest", step->earliest);
      set_message (object, "title", &step->title);
      set_text (object, "article", step->article.zh);
      json_array_add_object_element (array, object);
    }
  return array;
}

static void
set_money (FwAssessment *self,
           JsonObject *object)
{
  static const char *const absent[] = { "notice", "severance", "damages", "total", "tax" };
  FwMoney *money = self->money;

  if (money == NULL)
    {
      for (guint i = 0; i < G_N_ELEMENTS (absent); i++)
        json_object_set_null_member (object, absent[i]);
      json_object_set_array_member (object, "other", json_array_new ());
      return;
    }
  json_object_set_object_member (object, "notice", notice_to_json (self));
  json_object_set_object_member (object, "severance", severance_to_json (money->severance, self->digits));
  set_damages (object, money->damages, self->digits);
  json_object_set_array_member (object, "other", other_to_json (money->other, self->digits));
  set_number (object, "total", money->total, FW_AS_MONEY, self->digits);
  set_tax (object, money->tax, self->digits);
}

static JsonObject *
settlement_line_to_json (const FwSettlementLine *line,
                         guint digits)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", line->id);
  json_object_set_string_member (object, "group", line->group);
  set_message (object, "title", &line->title);
  set_text (object, "article", line->article.zh);
  set_number (object, "reckoned", line->reckoned, FW_AS_MONEY, digits);
  set_number (object, "amount", line->amount, FW_AS_MONEY, digits);
  json_object_set_boolean_member (object, "changed", line->changed);
  json_object_set_boolean_member (object, "out", line->out);
  set_text (object, "reason", line->reason);
  if (line->unknown != NULL)
    set_strings (object, "unknown", line->unknown);
  json_object_set_array_member (object, "working", working_to_json (line->working));
  return object;
}

static void
set_settlement (FwAssessment *self,
                JsonObject *object)
{
  JsonObject *sheet;
  JsonArray *lines;

  if (self->settlement == NULL)
    return;
  sheet = json_object_new ();
  lines = json_array_new ();
  for (guint i = 0; i < self->settlement->lines->len; i++)
    json_array_add_object_element (lines, settlement_line_to_json (self->settlement->lines->pdata[i], self->digits));
  json_object_set_array_member (sheet, "lines", lines);
  set_number (sheet, "gross", self->settlement->gross, FW_AS_MONEY, self->digits);
  set_number (sheet, "deductions", self->settlement->deductions, FW_AS_MONEY, self->digits);
  set_number (sheet, "net", self->settlement->net, FW_AS_MONEY, self->digits);
  json_object_set_object_member (object, "settlement", sheet);
}

JsonObject *
_fw_offer_to_json (const FwOffer *offer,
                   guint digits)
{
  JsonObject *object = json_object_new (), *asked = json_object_new ();

  json_object_set_string_member (object, "id", offer->id);
  set_message (object, "title", &offer->title);
  set_message (object, "why", &offer->why);
  set_text (object, "article", offer->article.zh);
  json_object_set_boolean_member (object, "offered", offer->place > 0);
  set_number (object, "each", offer->each, FW_AS_MONEY, digits);
  set_number (object, "cost", offer->cost, FW_AS_MONEY, digits);
  set_text (object, "group", offer->group);
  for (guint i = 0; i < offer->asks->len; i++)
    set_text (asked, ((FwOfferAsk *) offer->asks->pdata[i])->name, ((FwOfferAsk *) offer->asks->pdata[i])->value);
  json_object_set_object_member (object, "said", asked);
  set_message (object, "clause", &offer->clause);
  json_object_set_array_member (object, "working", working_to_json (offer->working));
  return object;
}

static void
set_offers (FwAssessment *self,
            JsonObject *object)
{
  JsonArray *offers;

  if (self->offers == NULL || self->offers->len == 0)
    return;
  offers = json_array_new ();
  for (guint i = 0; i < self->offers->len; i++)
    json_array_add_object_element (offers, _fw_offer_to_json (self->offers->pdata[i], self->digits));
  json_object_set_array_member (object, "offers", offers);
}

/* The papers whose time has not come, whatever is on file. */
static JsonArray *
not_yet_to_json (FwAssessment *self)
{
  JsonArray *papers = json_array_new ();

  for (guint i = 0; i < self->documents->len; i++)
    {
      const FwPaperDue *paper = g_ptr_array_index (self->documents, i);
      gboolean early = FALSE;

      for (guint k = 0; k < paper->waits->len; k++)
        early = early || ((const FwPaperWait *) g_ptr_array_index (paper->waits, k))->material == NULL;
      if (early)
        json_array_add_string_element (papers, paper->id);
    }
  return papers;
}

/**
 * fw_assessment_to_json:
 *
 * Returns: (transfer full): an object; what cannot be reckoned is null, never 0
 */
JsonNode *
fw_assessment_to_json (FwAssessment *self)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new (), *pack = json_object_new ();
  JsonArray *documents = json_array_new ();

  json_object_set_string_member (pack, "id", self->pack_id);
  json_object_set_string_member (pack, "version", self->pack_version);
  json_object_set_string_member (pack, "hash", self->pack_hash);
  json_object_set_boolean_member (pack, "changed", self->pack_changed);
  json_object_set_object_member (object, "pack", pack);
  set_text (object, "ground", self->ground);
  set_date (object, "judged_on", self->judged_on);
  json_object_set_string_member (object, "currency", self->currency);
  json_object_set_string_member (object, "verdict",
                                 self->verdict == FW_SEVERITY_INFO ? "clear" : fw_severity_to_string (self->verdict));
  json_object_set_array_member (object, "findings", findings_to_json (self->findings));
  json_object_set_object_member (object, "materials", materials_to_json (self));
  set_money (self, object);
  set_settlement (self, object);
  set_offers (self, object);
  json_object_set_array_member (object, "alternatives", alternatives_to_json (self));
  for (guint i = 0; i < self->documents->len; i++)
    json_array_add_string_element (documents, ((FwPaperDue *) g_ptr_array_index (self->documents, i))->id);
  json_object_set_array_member (object, "documents", documents);
  json_object_set_array_member (object, "not_yet", not_yet_to_json (self));
  json_object_set_array_member (object, "deadlines", deadlines_to_json (self->deadlines));
  json_object_set_array_member (object, "procedure", procedure_to_json (self->procedure));
  json_node_take_object (node, object);
  return node;
}
