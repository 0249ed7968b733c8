/* The judgment as an element of the facts, which letters and scripts read. */
#include "rules/fw-assessment-private.h"

static void
set_number (FwXmlNode *node,
            const char *name,
            FwNumber *number,
            FwValueType type,
            guint digits)
{
  g_auto (FwValue) value = fw_value_new_number (number != NULL ? fw_number_ref (number) : NULL);
  g_autofree char *text = fw_value_to_plain (&value, type, digits);

  fw_xml_node_set (node, name, text);
}

static void
set_date (FwXmlNode *node,
          const char *name,
          FwDate date)
{
  g_autofree char *text = fw_date_to_string (date);

  fw_xml_node_set (node, name, text);
}

static void
set_answer (FwXmlNode *node,
            const char *name,
            FwAnswerKnown answer)
{
  if (answer != FW_ANSWER_UNKNOWN)
    fw_xml_node_set (node, name, answer == FW_ANSWER_YES ? "true" : "false");
}

static void
add_working (FwXmlNode *around,
             GPtrArray *working)
{
  for (guint i = 0; i < working->len; i++)
    {
      FwWorking *line = g_ptr_array_index (working, i);
      FwXmlNode *node = fw_xml_node_append (around, "step");

      fw_xml_node_set (node, "article", line->article.zh);
      fw_xml_node_set (node, "value", line->value);
      fw_xml_node_set (node, "en", line->step.en);
      fw_xml_node_set_text (node, line->step.zh);
    }
}

static void
add_segments (FwXmlNode *around,
              GPtrArray *segments,
              guint digits)
{
  for (guint i = 0; i < segments->len; i++)
    {
      FwSegment *segment = g_ptr_array_index (segments, i);
      FwXmlNode *node = fw_xml_node_append (around, "segment");

      set_date (node, "from", segment->from);
      set_date (node, "to", segment->to);
      set_number (node, "months", segment->months, FW_AS_MONTHS, digits);
      set_number (node, "base", segment->base, FW_AS_MONEY, digits);
      set_number (node, "amount", segment->amount, FW_AS_MONEY, digits);
      fw_xml_node_set (node, "article", segment->article.zh);
    }
}

static void
add_severance (FwAssessment *self,
               FwXmlNode *around)
{
  FwAmount *amount = self->money->severance;
  FwXmlNode *node = fw_xml_node_append (around, "severance");

  set_answer (node, "due", amount->due);
  set_number (node, "months", amount->months, FW_AS_MONTHS, self->digits);
  set_number (node, "base", amount->base, FW_AS_MONEY, self->digits);
  set_number (node, "average", amount->average, FW_AS_MONEY, self->digits);
  set_answer (node, "capped", amount->capped);
  set_answer (node, "floored", amount->floored);
  set_number (node, "amount", amount->amount, FW_AS_MONEY, self->digits);
  fw_xml_node_set (node, "article", amount->article.zh);
  add_segments (node, amount->segments, self->digits);
  add_working (node, amount->working);
}

static void
add_notice (FwAssessment *self,
            FwXmlNode *around)
{
  FwNotice *notice = self->money->notice;
  FwXmlNode *node = fw_xml_node_append (around, "notice");

  fw_xml_node_set (node, "by", notice->by);
  set_number (node, "days", notice->days, FW_AS_DAYS, 0);
  set_number (node, "given", notice->given, FW_AS_DAYS, 0);
  set_number (node, "pay_in_lieu", notice->pay_in_lieu, FW_AS_MONEY, self->digits);
  set_date (node, "earliest_last_day", notice->earliest_last_day);
}

static void
add_amounts (FwAssessment *self,
             FwXmlNode *around)
{
  FwMoney *money = self->money;
  FwXmlNode *node;

  add_severance (self, around);
  add_notice (self, around);
  if (money->damages != NULL)
    {
      node = fw_xml_node_append (around, "damages");
      set_number (node, "months", money->damages->months, FW_AS_MONTHS, self->digits);
      set_number (node, "amount", money->damages->amount, FW_AS_MONEY, self->digits);
    }
  for (guint i = 0; i < money->other->len; i++)
    {
      FwAmount *amount = g_ptr_array_index (money->other, i);

      node = fw_xml_node_append (around, "other");
      fw_xml_node_set (node, "id", amount->id);
      fw_xml_node_set (node, "title", amount->title.zh);
      set_number (node, "amount", amount->amount, FW_AS_MONEY, self->digits);
      fw_xml_node_set (node, "article", amount->article.zh);
    }
  if (money->tax == NULL)
    return;
  node = fw_xml_node_append (around, "tax");
  set_number (node, "exempt", money->tax->exempt, FW_AS_MONEY, self->digits);
  set_number (node, "taxable", money->tax->taxable, FW_AS_MONEY, self->digits);
  set_number (node, "rate", money->tax->rate, FW_AS_RATE, self->digits);
  set_number (node, "tax", money->tax->amount, FW_AS_MONEY, self->digits);
}

static void
add_settlement_line (FwXmlNode *around,
                     const FwSettlementLine *line,
                     guint digits)
{
  FwXmlNode *node = fw_xml_node_append (around, "line");

  fw_xml_node_set (node, "id", line->id);
  fw_xml_node_set (node, "group", line->group);
  fw_xml_node_set (node, "title", line->title.zh);
  fw_xml_node_set (node, "article", line->article.zh);
  fw_xml_node_set (node, "formula", line->formula.zh);
  fw_xml_node_set (node, "basis", line->basis);
  fw_xml_node_set (node, "reason", line->reason);
  set_number (node, "reckoned", line->reckoned, FW_AS_MONEY, digits);
  set_number (node, "amount", line->out ? NULL : line->amount, FW_AS_MONEY, digits);
  fw_xml_node_set (node, "changed", line->changed ? "true" : "false");
  fw_xml_node_set (node, "out", line->out ? "true" : "false");
  fw_xml_node_set (node, "own", line->own ? "true" : "false");
  add_working (node, line->working);
}

static void
add_settlement (FwAssessment *self,
                FwXmlNode *around)
{
  FwXmlNode *node;

  if (self->settlement == NULL)
    return;
  node = fw_xml_node_append (around, "settlement");
  set_number (node, "gross", self->settlement->gross, FW_AS_MONEY, self->digits);
  set_number (node, "deductions", self->settlement->deductions, FW_AS_MONEY, self->digits);
  set_number (node, "net", self->settlement->net, FW_AS_MONEY, self->digits);
  for (guint i = 0; i < self->settlement->lines->len; i++)
    add_settlement_line (node, g_ptr_array_index (self->settlement->lines, i), self->digits);
}

/* What the agreement promises: its clause, or what is still to be said before there is one. */
static void
add_offers (FwAssessment *self,
            FwXmlNode *around)
{
  for (guint i = 0; self->offers != NULL && i < self->offers->len; i++)
    {
      const FwOffer *offer = g_ptr_array_index (self->offers, i);
      FwXmlNode *node;

      if (offer->place == 0)
        continue;
      node = fw_xml_node_append (around, "offer");
      fw_xml_node_set (node, "id", offer->id);
      fw_xml_node_set (node, "title", offer->title.zh);
      fw_xml_node_set (node, "clause", offer->clause.zh);
      set_number (node, "cost", offer->cost, FW_AS_MONEY, self->digits);
      for (guint k = 0; k < offer->asks->len; k++)
        {
          const FwOfferAsk *ask = g_ptr_array_index (offer->asks, k);
          g_autofree char *path = g_strdup_printf ("case/agreement/offer[@id='%s']/@%s", offer->id, ask->name);

          if (ask->value == NULL)
            fw_xml_node_set (fw_xml_node_append (node, "open"), "path", path);
        }
    }
}

static void
add_findings (FwAssessment *self,
              FwXmlNode *around)
{
  for (guint i = 0; i < self->findings->len; i++)
    {
      FwFinding *finding = g_ptr_array_index (self->findings, i);
      FwXmlNode *node = fw_xml_node_append (around, "finding");

      fw_xml_node_set (node, "id", finding->id);
      fw_xml_node_set (node, "severity", fw_severity_to_string (finding->severity));
      fw_xml_node_set (node, "article", finding->article.zh);
      set_date (node, "until", finding->until);
      if (finding->until_expected)
        fw_xml_node_set (node, "until-expected", "true");
      fw_xml_node_set (node, "zh", finding->message.zh);
      fw_xml_node_set (node, "en", finding->message.en);
    }
}

static void
add_lists (FwAssessment *self,
           FwXmlNode *around)
{
  for (guint i = 0; i < self->deadlines->len; i++)
    {
      FwDeadline *deadline = g_ptr_array_index (self->deadlines, i);
      FwXmlNode *node = fw_xml_node_append (around, "deadline");

      fw_xml_node_set (node, "id", deadline->id);
      set_date (node, "date", deadline->date);
      fw_xml_node_set (node, "article", deadline->article.zh);
      fw_xml_node_set (node, "title", deadline->title.zh);
    }
  for (guint i = 0; i < self->materials->len; i++)
    {
      FwMaterialNeed *need = g_ptr_array_index (self->materials, i);
      FwXmlNode *node = fw_xml_node_append (around, "material");

      fw_xml_node_set (node, "id", need->id);
      fw_xml_node_set (node, "moment", need->moment);
      fw_xml_node_set (node, "present", need->present ? "true" : "false");
      fw_xml_node_set (node, "title", need->name.zh);
    }
  for (guint i = 0; i < self->documents->len; i++)
    {
      FwPaperDue *paper = g_ptr_array_index (self->documents, i);
      FwXmlNode *node = fw_xml_node_append (around, "document");

      fw_xml_node_set (node, "id", paper->id);
      fw_xml_node_set (node, "title", paper->title.zh);
    }
}

/**
 * fw_assessment_to_facts:
 * @made: the day of the judgment; may be unknown
 *
 * Puts the judgment into the facts as their assessment element, in place of one that was there. Rules never read it.
 */
void
fw_assessment_to_facts (FwAssessment *self,
                        FwFacts *facts,
                        FwDate made)
{
  FwXmlNode *node;

  fw_facts_remove (facts, "assessment");
  node = fw_facts_append (facts, "assessment", NULL);
  fw_xml_node_set (node, "pack", self->pack_id);
  fw_xml_node_set (node, "pack-version", self->pack_version);
  if (self->pack_reviewed_by != NULL)
    fw_xml_node_set (node, "pack-reviewed-by", self->pack_reviewed_by);
  fw_xml_node_set (node, "pack-hash", self->pack_hash);
  set_date (node, "made", made);
  set_date (node, "judged-on", self->judged_on);
  fw_xml_node_set (node, "ground-article", self->ground_article.zh);
  fw_xml_node_set (node, "verdict", self->verdict == FW_SEVERITY_INFO ? "clear" : fw_severity_to_string (self->verdict));
  if (self->money != NULL)
    {
      set_number (node, "total", self->money->total, FW_AS_MONEY, self->digits);
      add_amounts (self, node);
      add_settlement (self, node);
      add_offers (self, node);
    }
  add_findings (self, node);
  add_lists (self, node);
}
