#include "rules/fw-pack-private.h"

#include <string.h>

G_DEFINE_QUARK (fw-rules-error-quark, fw_rules_error)

static void
article_free (gpointer self)
{
  g_free (self);
}

static void
law_free (gpointer self)
{
  g_free (self);
}

static void
material_free (FwMaterial *material)
{
  g_clear_pointer (&material->records, fw_xpath_free);
  g_clear_pointer (&material->met, g_ptr_array_unref);
  g_free (material);
}

static void
setting_free (FwSetting *self)
{
  g_ptr_array_unref (self->options);
  g_ptr_array_unref (self->places);
  _fw_citation_clear (&self->citation);
  g_free (self);
}

static void
protection_free (FwProtectionRow *self)
{
  g_ptr_array_unref (self->options);
  _fw_citation_clear (&self->citation);
  g_free (self);
}

static void
deadline_free (FwDeadlineRule *self)
{
  _fw_citation_clear (&self->citation);
  g_clear_pointer (&self->condition, fw_xpath_free);
  g_clear_pointer (&self->select, fw_xpath_free);
  g_free (self);
}

static void
expression_free (FwExpression *self)
{
  g_free (self->text);
  g_free (self);
}

static int
compare_names_cb (gconstpointer a,
                  gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Every file of the pack's folder, in a fixed order, by name and content. */
static char *
hash_folder (const char *folder)
{
  static const char *const parts[] = { "", "documents", NULL };
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (folder, parts[i], NULL);
      g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
      g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
      const char *name;

      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        if (g_str_has_suffix (name, ".xml") || g_str_has_suffix (name, ".xsl"))
          g_ptr_array_add (names, g_strdup (name));
      g_ptr_array_sort (names, compare_names_cb);
      for (guint j = 0; j < names->len; j++)
        {
          g_autofree char *file = g_build_filename (path, g_ptr_array_index (names, j), NULL);
          g_autofree char *text = NULL;
          gsize size;

          if (!g_file_get_contents (file, &text, &size, NULL))
            continue;
          g_checksum_update (sum, g_ptr_array_index (names, j), -1);
          g_checksum_update (sum, (const guchar *) "", 1);
          g_checksum_update (sum, (const guchar *) text, (gssize) size);
        }
    }
  return g_strdup (g_checksum_get_string (sum));
}

static void
paper_free (gpointer data)
{
  FwPaper *self = data;

  g_ptr_array_unref (self->waits);
  g_free (self);
}

static FwPack *
pack_new (const char *folder)
{
  FwPack *self = g_new0 (FwPack, 1);

  g_atomic_ref_count_init (&self->references);
  self->folder = g_strdup (folder);
  self->hash = hash_folder (folder);
  self->files = g_ptr_array_new_with_free_func ((GDestroyNotify) fw_xml_unref);
  self->articles = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, article_free);
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->laws = g_ptr_array_new_with_free_func (law_free);
  self->settings = g_ptr_array_new_with_free_func ((GDestroyNotify) setting_free);
  self->materials = g_ptr_array_new_with_free_func ((GDestroyNotify) material_free);
  self->protections = g_ptr_array_new_with_free_func ((GDestroyNotify) protection_free);
  self->papers = g_ptr_array_new_with_free_func (paper_free);
  self->actions = g_ptr_array_new_with_free_func (g_free);
  self->collectives = g_ptr_array_new_with_free_func (g_free);
  self->local_figures = g_ptr_array_new_with_free_func (g_free);
  self->features = g_ptr_array_new_with_free_func (g_free);
  self->grounds = g_ptr_array_new_with_free_func ((GDestroyNotify) _fw_ground_rule_free);
  self->checks = g_ptr_array_new_with_free_func ((GDestroyNotify) _fw_check_free);
  self->deadlines = g_ptr_array_new_with_free_func ((GDestroyNotify) deadline_free);
  self->weak_points = g_ptr_array_new_with_free_func ((GDestroyNotify) _fw_weak_point_rule_free);
  self->offers = g_ptr_array_new_with_free_func ((GDestroyNotify) _fw_offer_rule_free);
  self->risk_costs = g_ptr_array_new_with_free_func ((GDestroyNotify) _fw_risk_cost_rule_free);
  self->procedures = g_ptr_array_new_with_free_func ((GDestroyNotify) _fw_procedure_rule_free);
  self->calculations = g_ptr_array_new_with_free_func ((GDestroyNotify) _fw_calculation_free);
  self->parameters = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) _fw_parameter_free);
  self->tables = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) _fw_table_free);
  self->expressions = g_ptr_array_new_with_free_func ((GDestroyNotify) expression_free);
  return self;
}

/* Reads one file of the pack, and then those it includes. */
static gboolean
read_file (FwPack *self,
           const char *name,
           FwSchema *schema,
           GError **error)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  FwXml *xml = fw_xml_load_file (path, error);

  if (xml == NULL)
    return FALSE;
  g_ptr_array_add (self->files, xml);
  if (schema != NULL && !fw_schema_validate (schema, xml, error))
    return FALSE;
  for (FwXmlNode *node = fw_xml_node_child (fw_xml_get_root (xml), "include"); node != NULL;
       node = fw_xml_node_next (node, "include"))
    {
      const char *href = fw_xml_node_get (node, "href");
      g_autofree char *included = g_build_filename (self->folder, href, NULL);

      for (guint i = 0; i < self->files->len; i++)
        if (strcmp (fw_xml_get_name (g_ptr_array_index (self->files, i)), included) == 0)
          return _fw_pack_fail (self, node, error, "‘%s’ is included twice", href);
      if (!read_file (self, href, schema, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * fw_pack_load:
 * @folder: that holds pack.xml
 * @schema: (nullable): data/pack.rng; %NULL leaves the form unchecked
 *
 * Returns: (transfer full) (nullable): the pack, compiled; %NULL with file, line and reason where anything in it is wrong
 */
FwPack *
fw_pack_load (const char *folder,
              FwSchema *schema,
              GError **error)
{
  g_autoptr (FwPack) self = pack_new (folder);
  FwXmlNode *root;

  if (!read_file (self, "pack.xml", schema, error))
    return NULL;
  root = fw_xml_get_root (g_ptr_array_index (self->files, 0));
  if (!fw_xml_node_is (root, "pack") || fw_xml_node_get (root, "id") == NULL)
    {
      _fw_pack_fail (self, root, error, "this is no pack");
      return NULL;
    }
  self->id = fw_xml_node_get (root, "id");
  self->version = fw_xml_node_get (root, "version");
  self->currency = fw_xml_node_get (root, "currency");
  self->digits = fw_xml_node_get (root, "digits") != NULL ? (guint) atoi (fw_xml_node_get (root, "digits")) : 2;
  self->title = _fw_pack_child_text (root, "title");
  if (fw_xml_node_child (root, "review") != NULL)
    {
      self->review.zh = fw_xml_node_get (fw_xml_node_child (root, "review"), "by");
      self->review.en = fw_xml_node_get (fw_xml_node_child (root, "review"), "on");
    }
  return _fw_pack_parse (self, error) && _fw_pack_link (self, error) ? g_steal_pointer (&self) : NULL;
}

void
fw_pack_unref (FwPack *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_hash_table_unref (self->articles);
  g_hash_table_unref (self->ids);
  g_ptr_array_unref (self->laws);
  g_ptr_array_unref (self->settings);
  g_ptr_array_unref (self->materials);
  g_ptr_array_unref (self->protections);
  g_ptr_array_unref (self->papers);
  g_ptr_array_unref (self->actions);
  g_ptr_array_unref (self->collectives);
  g_ptr_array_unref (self->local_figures);
  g_ptr_array_unref (self->features);
  g_ptr_array_unref (self->grounds);
  g_ptr_array_unref (self->checks);
  g_ptr_array_unref (self->deadlines);
  g_ptr_array_unref (self->weak_points);
  g_ptr_array_unref (self->risk_costs);
  g_ptr_array_unref (self->offers);
  g_free (self->exit);
  g_clear_pointer (&self->liability, _fw_liability_rule_free);
  g_clear_pointer (&self->settlement, _fw_settlement_sheet_free);
  g_ptr_array_unref (self->procedures);
  g_ptr_array_unref (self->calculations);
  g_hash_table_unref (self->parameters);
  g_hash_table_unref (self->tables);
  g_ptr_array_unref (self->expressions);
  g_ptr_array_unref (self->files);
  g_free (self->folder);
  g_free (self->hash);
  g_free (self);
}

const char *
fw_pack_get_id (FwPack *self)
{
  return self->id;
}

const char *
fw_pack_get_version (FwPack *self)
{
  return self->version;
}

FwText
fw_pack_get_title (FwPack *self)
{
  return self->title;
}

const char *
fw_pack_get_currency (FwPack *self)
{
  return self->currency;
}

/**
 * fw_pack_get_digits:
 *
 * Returns: how many digits the currency has after the point
 */
guint
fw_pack_get_digits (FwPack *self)
{
  return self->digits;
}

const char *
fw_pack_get_folder (FwPack *self)
{
  return self->folder;
}

/**
 * fw_pack_get_hash:
 *
 * Returns: (transfer none): SHA-256 of the pack's rules and papers, in hex: what a case keeps to say what it was judged by
 */
const char *
fw_pack_get_hash (FwPack *self)
{
  return self->hash;
}

/**
 * fw_pack_is_changed:
 *
 * Returns: %TRUE where the pack is not the shipped one of its id
 */
gboolean
fw_pack_is_changed (FwPack *self)
{
  return self->changed;
}

/**
 * fw_pack_get_review:
 *
 * Answers who reviewed the pack (zh) and when (en); both "" where no lawyer has.
 */
FwText
fw_pack_get_review (FwPack *self)
{
  return self->review;
}

/**
 * fw_pack_get_laws:
 *
 * Returns: (transfer none) (element-type FwLaw):
 */
GPtrArray *
fw_pack_get_laws (FwPack *self)
{
  return self->laws;
}

/**
 * fw_pack_get_grounds:
 *
 * Returns: (transfer none) (element-type FwGround): in the order of the pack
 */
GPtrArray *
fw_pack_get_grounds (FwPack *self)
{
  return self->grounds;
}

/**
 * fw_pack_get_settings:
 *
 * Returns: (transfer none) (element-type FwSetting): in the order of the pack
 */
GPtrArray *
fw_pack_get_settings (FwPack *self)
{
  return self->settings;
}

/**
 * fw_pack_get_papers:
 *
 * Returns: (transfer none) (element-type FwPaper): in the order of the pack
 */
GPtrArray *
fw_pack_get_papers (FwPack *self)
{
  return self->papers;
}

/**
 * fw_pack_get_protections:
 *
 * Returns: (transfer none) (element-type FwProtectionRow): the rows of the status check
 */
GPtrArray *
fw_pack_get_protections (FwPack *self)
{
  return self->protections;
}

/**
 * fw_pack_get_actions:
 *
 * Returns: (transfer none) (element-type FwOption): the ways out that findings name, with their words
 */
GPtrArray *
fw_pack_get_actions (FwPack *self)
{
  return self->actions;
}

/**
 * fw_pack_get_collectives:
 *
 * Returns: (transfer none) (element-type FwCollective): the kinds of departure of which several may be one decision
 */
GPtrArray *
fw_pack_get_collectives (FwPack *self)
{
  return self->collectives;
}

/**
 * fw_pack_get_local_figures:
 *
 * Returns: (transfer none) (element-type FwLocalFigure): to be confirmed by a person before they are facts
 */
GPtrArray *
fw_pack_get_local_figures (FwPack *self)
{
  return self->local_figures;
}

/**
 * fw_pack_find_ground:
 * @id: (nullable): its id or an alias
 *
 * Returns: (transfer none) (nullable):
 */
const FwGround *
fw_pack_find_ground (FwPack *self,
                     const char *id)
{
  FwGroundRule *rule = _fw_pack_ground_rule (self, id);

  return rule != NULL ? &rule->open : NULL;
}

/* The ground of that id or alias with all its rules, NULL where there is none. Borrowed. */
FwGroundRule *
_fw_pack_ground_rule (FwPack *self,
                      const char *id)
{
  for (guint i = 0; id != NULL && i < self->grounds->len; i++)
    {
      FwGroundRule *rule = g_ptr_array_index (self->grounds, i);

      if (strcmp (rule->open.id, id) == 0 ||
          (rule->aliases != NULL && g_strv_contains ((const char *const *) rule->aliases, id)))
        return rule;
    }
  return NULL;
}

const FwMaterial *
fw_pack_find_material (FwPack *self,
                       const char *id)
{
  for (guint i = 0; i < self->materials->len; i++)
    if (strcmp (((FwMaterial *) g_ptr_array_index (self->materials, i))->id, id) == 0)
      return g_ptr_array_index (self->materials, i);
  return NULL;
}

const FwPaper *
fw_pack_find_paper (FwPack *self,
                    const char *id)
{
  for (guint i = 0; i < self->papers->len; i++)
    if (strcmp (((FwPaper *) g_ptr_array_index (self->papers, i))->id, id) == 0)
      return g_ptr_array_index (self->papers, i);
  return NULL;
}

static gboolean
place_has (const char *words,
           const char *place)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);

  return place != NULL && g_strv_contains ((const char *const *) list, place);
}

/**
 * fw_pack_find_local_figure:
 * @place: (nullable): as facts/@place
 *
 * Returns: (transfer none) (nullable): the figure in force on that day; nobody has confirmed it yet
 */
const FwLocalFigure *
fw_pack_find_local_figure (FwPack *self,
                           const char *place,
                           const char *kind,
                           FwDate on)
{
  for (guint i = 0; i < self->local_figures->len; i++)
    {
      FwLocalFigure *figure = g_ptr_array_index (self->local_figures, i);

      if (strcmp (figure->kind, kind) == 0 && place_has (figure->places, place) &&
          _fw_in_force_on ((FwInForce){ figure->from, figure->until }, on))
        return figure;
    }
  return NULL;
}

static const FwFeature *
find_feature (FwPack *self,
              const char *id,
              FwDate on)
{
  for (guint i = 0; i < self->features->len; i++)
    {
      const FwFeature *feature = g_ptr_array_index (self->features, i);

      if (strcmp (feature->id, id) == 0 && _fw_in_force_on (feature->in_force, on))
        return feature;
    }
  return NULL;
}

/**
 * fw_pack_get_feature:
 *
 * Returns: (transfer none) (nullable): for example "prohibited" for "emotion_recognition"; %NULL where the pack says nothing
 */
const char *
fw_pack_get_feature (FwPack *self,
                     const char *id,
                     FwDate on)
{
  const FwFeature *feature = find_feature (self, id, on);

  return feature != NULL ? feature->value : NULL;
}

/**
 * fw_pack_get_feature_text:
 *
 * Returns: what the pack says of it to whoever uses it; without texts where it says nothing
 */
FwText
fw_pack_get_feature_text (FwPack *self,
                          const char *id,
                          FwDate on)
{
  const FwFeature *feature = find_feature (self, id, on);

  return feature != NULL ? feature->text : (FwText){ NULL, NULL };
}

FwSetting *
_fw_pack_setting (FwPack *self,
                  const char *id)
{
  for (guint i = 0; i < self->settings->len; i++)
    if (strcmp (((FwSetting *) g_ptr_array_index (self->settings, i))->id, id) == 0)
      return g_ptr_array_index (self->settings, i);
  return NULL;
}

FwCalculation *
_fw_pack_calculation (FwPack *self,
                      const char *id)
{
  for (guint i = 0; id != NULL && i < self->calculations->len; i++)
    if (strcmp (((FwCalculation *) g_ptr_array_index (self->calculations, i))->id, id) == 0)
      return g_ptr_array_index (self->calculations, i);
  return NULL;
}

/**
 * _fw_in_force_on:
 * @day: an unknown day is taken as today's law: only what has no end is in force
 */
gboolean
_fw_in_force_on (FwInForce in_force,
                 FwDate day)
{
  if (!fw_date_is_known (day))
    return !fw_date_is_known (in_force.until);
  return (!fw_date_is_known (in_force.from) || fw_date_compare (in_force.from, day) <= 0) &&
         (!fw_date_is_known (in_force.until) || fw_date_compare (day, in_force.until) <= 0);
}
