#pragma once

#include "facts/fw-vocabulary.h"
#include "facts/fw-xml.h"
#include "facts/fw-xpath.h"
#include "interview/fw-script.h"

G_BEGIN_DECLS

/* How a figure is said. */
typedef enum
{
  FW_SAY_TEXT,
  FW_SAY_DATE,
  FW_SAY_MONEY,
  FW_SAY_NUMBER,
  FW_SAY_MONTHS,
  FW_SAY_DAYS,
  FW_SAY_PERIOD,
  FW_SAY_TENURE,
} FwSay;

/* A figure of a person, by the name that prompts call it. */
typedef struct
{
  char *id;
  FwSaid name;
  FwSaid ask;         /* whom, where it is not known */
  FwSay say;
  FwXPath *path;
  FwXPath *otherwise; /* where the first is not known; nullable */
  FwXPath *unit;      /* nullable */
  gboolean prepared;  /* filled in before the talk, which does not begin without it */
  char *file;
  int line;
} FwFigure;

struct _FwScripts
{
  GPtrArray *scripts;    /* FwScript */
  GPtrArray *shared;     /* FwScene */
  GPtrArray *objections; /* FwObjection */
  GHashTable *figures;   /* id → FwFigure */
  GHashTable *people;    /* paths of facts that every script is read for */
  GHashTable *whens;     /* text → FwXPath */
  GPtrArray *manners;    /* FwManner */
  GPtrArray *people_cues; /* FwWrittenCues: what is written for one person */
  char *parts_file;
};

gboolean    _fw_scripts_read_script (FwScripts        *self,
                                     const char       *path,
                                     FwSchema         *schema,
                                     GError          **error);
gboolean    _fw_scripts_read_parts  (FwScripts        *self,
                                     const char       *path,
                                     FwSchema         *schema,
                                     GError          **error);
gboolean    _fw_scripts_read_rehearsals (FwScripts    *self,
                                     const char       *path,
                                     FwSchema         *schema,
                                     GError          **error);
FwXml      *_fw_scripts_load        (const char       *path,
                                     const char       *name,
                                     FwSchema         *schema,
                                     GError          **error);
void        _fw_manner_free         (gpointer          manner);
void        _fw_written_cues_free   (gpointer          written);
FwFigure   *_fw_figure_new          (FwXmlNode        *node,
                                     const char       *file,
                                     GError          **error);
void        _fw_figure_free         (FwFigure         *self);
gboolean    _fw_figure_say          (FwFigure         *self,
                                     FwFacts          *facts,
                                     gboolean          chinese,
                                     char            **said,
                                     GError          **error);
gboolean    _fw_figure_write        (FwFigure         *self,
                                     FwFacts          *facts,
                                     gboolean          chinese,
                                     char            **written,
                                     GError          **error);
const char *_fw_figure_kind         (FwFigure         *self);
GStrv       _fw_prompt_figures      (const char       *text);
void        _fw_said_clear          (FwSaid           *self);
void        _fw_said_set            (FwSaid           *self,
                                     FwXmlNode        *node,
                                     const char       *zh,
                                     const char       *en);
void        _fw_scene_free          (FwScene          *self);
void        _fw_script_free         (FwScript         *self);
void        _fw_objection_free      (FwObjection      *self);

G_END_DECLS
