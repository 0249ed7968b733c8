#include "departure/fw-case-papers-private.h"

#include "departure/fw-employee-facts-private.h"
#include "documents/fw-document.h"
#include "store/fw-evidence.h"

#include <string.h>

/* Papers of a case: what a template is made from, and what comes of it. */

FwPaperLook *
_fw_paper_look_ref (FwPaperLook *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
_fw_paper_look_unref (FwPaperLook *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_free (self->title);
  g_clear_pointer (&self->blanks, g_ptr_array_unref);
  g_strfreev (self->stops);
  g_free (self);
}

static char *
replace (const char *text,
         const char *what,
         const char *with)
{
  g_auto (GStrv) parts = g_strsplit (text, what, -1);

  return g_strjoinv (with, parts);
}

/* The number that a paper of this case has, or would get if it were issued next: that of the case, further ones counted
 * on. A withdrawn paper keeps its number. */
char *
_fw_paper_number (FwCaseJudged *judged,
                  const char *document)
{
  FwRecord *issued = _fw_case_records_issued (judged->records, document);
  g_auto (GStrv) parts = g_strsplit (fw_record_get (judged->records->row, "number"), "-", 2);
  guint before = judged->records->issued->len;
  g_autofree char *counted = NULL;
  g_autofree char *with_year = NULL;

  if (issued != NULL && fw_record_get (issued, "number") != NULL)
    return g_strdup (fw_record_get (issued, "number"));
  counted = before == 0 ? g_strdup (parts[1]) : g_strdup_printf ("%s-%u", parts[1], before + 1);
  with_year = replace (judged->number_pattern, "{year}", parts[0]);
  return replace (with_year, "{case}", counted);
}

/* The wordings of this case for one paper: what is taken in, with drafts over it. */
static GPtrArray *
wordings_of (GHashTable *answers,
             const char *document)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) fw_override_free);
  g_autofree char *prefix = g_strdup_printf ("wording/%s/", document);
  GHashTableIter iter;
  gpointer path, value;

  g_hash_table_iter_init (&iter, answers);
  while (g_hash_table_iter_next (&iter, &path, &value))
    if (g_str_has_prefix (path, prefix))
      {
        const char *block = (const char *) path + strlen (prefix);
        g_autofree char *hash_path = g_strdup_printf ("wording-of/%s/%s", document, block);

        g_ptr_array_add (list, fw_override_new (block, value, g_hash_table_lookup (answers, hash_path)));
      }
  return list;
}

/* Readings of the law are parameters of a template too: those of the facts, so that an issued paper keeps its own. */
static GStrv
parameters_of (FwFacts *facts)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (FwXmlNode *node = fw_xml_node_child (fw_facts_get_root (facts), "setting"); node != NULL;
       node = fw_xml_node_next (node, "setting"))
    {
      g_strv_builder_add (builder, fw_xml_node_get (node, "id"));
      g_strv_builder_add (builder, fw_xml_node_get (node, "value"));
    }
  return g_strv_builder_end (builder);
}

static GBytes *
find_logo (FwScene *scene,
           FwCaseJudged *judged)
{
  const char *employer_id = fw_record_get (judged->records->person, "employer-id");
  g_autoptr (FwRecord) employer = employer_id != NULL ? fw_store_get (scene->store, "employer", employer_id, NULL) : NULL;
  const char *sha256 = employer != NULL ? fw_record_get (employer, "logo-sha256") : NULL;

  return sha256 != NULL ? fw_store_get_file (scene->store, sha256, NULL, NULL) : NULL;
}

/* What a paper is made from beside the case as it was judged. */
typedef struct
{
  FwFacts *facts;         /* with the assessment in them */
  GHashTable *answers;    /* wordings and settings */
  const char *number;
  const char *date;       /* NULL: today, where the facts say no day */
  const char *audit_head; /* NULL: none */
  gboolean is_final;
  FwTypeface *typeface;   /* NULL: its own */
  gboolean only_text;     /* no pages */
} Making;

/* Puts together what a paper is made from, and has it made. */
static FwDocument *
make (FwScene *scene,
      FwCaseJudged *judged,
      const char *document,
      const Making *making,
      GError **error)
{
  g_autoptr (FwFacts) facts = fw_facts_copy (making->facts);
  g_auto (GStrv) folders = fw_document_find_folders (judged->pack);
  g_auto (GStrv) parameters = parameters_of (making->facts);
  g_autoptr (GPtrArray) wordings = wordings_of (making->answers, document);
  g_autoptr (GBytes) logo = find_logo (scene, judged);
  g_autofree char *today = fw_date_to_string (scene->today);
  FwDocumentOptions options = { 0 };

  _fw_facts_put (facts, "case/document/@id", document);
  _fw_facts_put (facts, "case/document/@number", making->number);
  _fw_facts_put (facts, "case/@number", making->number);
  if (fw_facts_get (facts, "case/document/@date") == NULL)
    _fw_facts_put (facts, "case/document/@date", making->date != NULL ? making->date : today);
  _fw_facts_put (facts, "case/document/@final", making->is_final ? "true" : "false");
  options.id = document;
  options.folders = (const char *const *) folders;
  options.is_final = making->is_final;
  options.overrides = wordings;
  options.parameters = (const char *const *) parameters;
  options.audit_head = making->audit_head;
  options.logo = logo;
  options.typeface = making->typeface;
  return making->only_text ? fw_document_new_text (facts, &options, error) : fw_document_new (facts, &options, error);
}

/* Lays a paper out on the facts as they were judged, with its number and today's date. The rules' packs are not needed. */
FwDocument *
_fw_paper_lay_out (FwScene *scene,
                   FwCaseJudged *judged,
                   const char *document,
                   gboolean is_final,
                   const char *audit_head,
                   GError **error)
{
  g_autofree char *number = _fw_paper_number (judged, document);
  Making making = { judged->paper_facts, judged->answers, number, NULL, audit_head, is_final, NULL, FALSE };

  return make (scene, judged, document, &making, error);
}

/* Lays an issued paper out again: on the facts that were kept with it, with its number, day and head of the chain. */
FwDocument *
_fw_paper_lay_out_issued (FwScene *scene,
                          FwCaseJudged *judged,
                          FwRecord *issued,
                          GError **error)
{
  const char *sha256 = fw_record_get (issued, "facts-sha256");
  g_autoptr (GBytes) kept = sha256 != NULL ? fw_store_get_file (scene->store, sha256, NULL, error) : NULL;
  g_autoptr (FwFacts) facts = kept != NULL ? fw_facts_load_bytes (kept, "facts of an issued paper", NULL, error) : NULL;
  Making making = { facts, judged->answers, fw_record_get (issued, "number"), fw_record_get (issued, "issued"),
                    fw_record_get (issued, "head"), TRUE, NULL, FALSE };

  if (facts == NULL)
    {
      if (sha256 == NULL)
        g_set_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_NOT_FOUND, "the facts of this paper are not on record");
      return NULL;
    }
  return make (scene, judged, fw_record_get (issued, "document"), &making, error);
}

static void
add_answers (GChecksum *sum,
             GHashTable *answers,
             const char *prefix)
{
  g_autoptr (GList) paths = g_list_sort (g_hash_table_get_keys (answers), (GCompareFunc) strcmp);

  for (GList *l = paths; l != NULL; l = l->next)
    if (g_str_has_prefix (l->data, prefix))
      {
        const char *value = g_hash_table_lookup (answers, l->data);

        g_checksum_update (sum, l->data, (gssize) strlen (l->data) + 1);
        g_checksum_update (sum, (const guchar *) value, (gssize) strlen (value) + 1);
      }
}

/* Says which paper, made from what: the same key, the same look. */
char *
_fw_paper_key (FwScene *scene,
               FwCaseJudged *judged,
               const char *document)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GBytes) facts = fw_facts_to_bytes (judged->paper_facts);
  g_autofree char *number = _fw_paper_number (judged, document);

  g_checksum_update (sum, g_bytes_get_data (facts, NULL), (gssize) g_bytes_get_size (facts));
  g_checksum_update (sum, (const guchar *) number, (gssize) strlen (number) + 1);
  add_answers (sum, judged->answers, "wording");
  add_answers (sum, judged->answers, "setting/");
  return g_strdup_printf ("%s %s %s", document, scene->chinese ? "zh" : "en", g_checksum_get_string (sum));
}

static GPtrArray *
blanks_of (FwScene *scene,
           FwDocument *paper)
{
  GPtrArray *blanks = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *gaps = fw_document_get_gaps (paper);

  for (guint i = 0; i < gaps->len; i++)
    {
      const FwDocumentGap *gap = gaps->pdata[i];
      FwCaseItem *blank = _fw_case_item_new (FW_TYPE_BLANK_FIELD, gap->path);
      const char *label = scene->chinese || gap->en == NULL ? gap->zh : gap->en;

      _fw_case_item_set_text (blank, "label", label != NULL ? label : gap->path);
      _fw_case_item_set_text (blank, "kind", gap->kind != NULL ? gap->kind : "text");
      _fw_case_item_set_text (blank, "hint", scene->chinese ? gap->hint_zh : gap->hint_en);
      g_ptr_array_add (blanks, blank);
    }
  return blanks;
}

static gboolean
must_be_read_again (FwDocument *paper)
{
  GPtrArray *blocks = fw_document_get_blocks (paper);

  for (guint i = 0; i < blocks->len; i++)
    if (((FwDocumentBlock *) blocks->pdata[i])->read_again)
      return TRUE;
  return FALSE;
}

static GStrv
stops_of (FwDocument *paper)
{
  g_autoptr (GStrvBuilder) stops = g_strv_builder_new ();
  GPtrArray *findings = fw_document_get_findings (paper);

  for (guint i = 0; i < findings->len; i++)
    {
      const FwDocumentFinding *finding = findings->pdata[i];
      g_autofree char *zh = NULL;
      g_autofree char *en = NULL;

      if (!finding->stops)
        continue;
      zh = g_strdup_printf ("“%s”：%s", finding->words, finding->zh != NULL ? finding->zh : finding->id);
      en = g_strdup_printf ("“%s”: %s", finding->words, finding->en != NULL ? finding->en : finding->id);
      g_strv_builder_add_many (stops, finding->words, zh, en, NULL);
    }
  return g_strv_builder_end (stops);
}

/* What the paper would be now: its blanks, what stands in the way of a final. Looked at with faces that other papers were looked at
 * with, for fonts take longer to find than a paper to make. */
FwPaperLook *
_fw_paper_look (FwScene *scene,
                FwCaseJudged *judged,
                const char *document,
                FwTypeface *typeface,
                GError **error)
{
  g_autofree char *number = _fw_paper_number (judged, document);
  Making making = { judged->paper_facts, judged->answers, number, NULL, NULL, FALSE, typeface, TRUE };
  g_autoptr (FwDocument) paper = make (scene, judged, document, &making, error);
  FwPaperLook *self;

  if (paper == NULL)
    return NULL;
  self = g_new0 (FwPaperLook, 1);
  g_atomic_ref_count_init (&self->references);
  self->title = g_strdup (fw_document_get_title (paper));
  self->read_again = must_be_read_again (paper);
  self->blanks = blanks_of (scene, paper);
  self->stops = stops_of (paper);
  return self;
}

/* The paper as PDF; a final is refused by the paper itself where a blank or a forbidden word is left. */
GBytes *
_fw_paper_to_pdf (FwScene *scene,
                  FwCaseJudged *judged,
                  const char *document,
                  gboolean is_final,
                  const char *audit_head,
                  guint *pages,
                  char **title,
                  GError **error)
{
  g_autoptr (FwDocument) paper = _fw_paper_lay_out (scene, judged, document, is_final, audit_head, error);

  if (paper == NULL)
    return NULL;
  *pages = fw_document_get_n_pages (paper);
  *title = g_strdup (fw_document_get_title (paper));
  return fw_document_to_pdf (paper, error);
}

/* As a GDestroyNotify, for those who do not know the documents' types. */
void
_fw_paper_free (gpointer document)
{
  fw_document_unref (document);
}

/* The hash of what a block says without the case's own wording: kept with that wording, so that a later change of the
 * facts behind it shows. Laid out with @answers in place of the case's own. NULL where the paper has no such block. */
char *
_fw_paper_block_hash (FwScene *scene,
                      FwCaseJudged *judged,
                      GHashTable *answers,
                      const char *document,
                      const char *block,
                      GError **error)
{
  g_autofree char *number = _fw_paper_number (judged, document);
  Making making = { judged->paper_facts, answers, number, NULL, NULL, FALSE, NULL, TRUE };
  g_autoptr (FwDocument) paper = make (scene, judged, document, &making, error);
  GPtrArray *blocks = paper != NULL ? fw_document_get_blocks (paper) : NULL;

  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const FwDocumentBlock *found = blocks->pdata[i];

      if (g_strcmp0 (found->id, block) == 0)
        return g_strdup (found->original_hash);
    }
  if (paper != NULL)
    g_set_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_NOT_FOUND, "%s has no block ‘%s’", document, block);
  return NULL;
}
