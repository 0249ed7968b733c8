#pragma once

#include "facts/fw-facts.h"
#include "interview/fw-lexicon.h"

G_BEGIN_DECLS

/**
 * FwPrompt:
 *
 * A sentence to say, in one of its forms. In braces stand figures of the person.
 */
typedef struct
{
  guint place;        /* which sentence of its scene, from 1; several forms share one */
  FwSaid text;
  char *temperament;  /* whom it is for; %NULL: anybody */
  char *when;         /* XPath that has to hold; %NULL: always */
  gboolean unknown;   /* said where a figure of the other forms is not known */
  gboolean optional;  /* left out where a figure is not known */
  gboolean manager;   /* the department's manager says it */
  int line;
} FwPrompt;

/**
 * FwBranch:
 *
 * What may happen in a scene, what to do then, and where the talk goes on.
 */
typedef struct
{
  FwSaid condition;   /* "": when the scene is done */
  FwSaid action;      /* "": only go on */
  GStrv targets;      /* scenes of the script, "@shared", "script:id", "objection:id", "end"; one after the other */
  int line;
} FwBranch;

typedef struct
{
  char *id;
  gboolean aside;     /* only a branch leads here, not the scene before */
  FwSaid aim;
  GPtrArray *prompts; /* FwPrompt* */
  GPtrArray *branches; /* FwBranch* */
  FwSaid listen;
  FwSaid stop;
  FwSaid note;
  int line;
} FwScene;

typedef struct
{
  FwSaid text;
  FwSaid because;
} FwNever;

/* What the employee may say, and an answer. */
typedef struct
{
  char *id;
  char *name;
  FwSaid said;
  FwSaid means;
  GPtrArray *prompts; /* FwPrompt* */
  FwSaid avoid;
  FwSaid help;
  FwSaid care;
  GStrv expected;     /* kinds of departure in whose talks it is to be expected, whatever the script */
  int line;
} FwObjection;

/**
 * FwScript:
 *
 * A talk: what it is for, who is there, and its scenes.
 */
typedef struct
{
  char *id;
  char *file;
  GStrv kinds;        /* of departure; "any" */
  GStrv grounds;      /* empty: any */
  char *minutes;      /* "30-40"; "" where nobody can say */
  char *begins_with;  /* a shared scene before the first; %NULL: none */
  gboolean reviewed;
  FwSaid title;
  FwSaid aim;
  FwSaid present;
  FwSaid absent;
  FwSaid place;
  FwSaid bring;
  FwSaid offer;
  GPtrArray *never;   /* FwNever* */
  GPtrArray *scenes;  /* FwScene* */
  char *folder;
} FwScript;

/**
 * FwLine:
 *
 * A prompt as it is said to one person.
 */
typedef struct
{
  const FwPrompt *prompt;
  FwSaid text;
  GStrv missing;      /* ids of figures that are not known; the text says so where they would stand */
} FwLine;

/**
 * FwScriptFigure:
 * @id: what scripts call it
 * @path: of the fact, such as "case/talk/@call"
 * @kind: of its value: text, date, money or number
 * @name: what people call it
 * @value: (nullable): as it is said; %NULL where it is not known
 * @written: (nullable): as it is read from a sheet
 * @ask: whom to ask where it is not known; "" where nothing says so
 * @prepared: it is filled in before the talk, which does not begin without it
 *
 * A figure that is said, of one person.
 */
typedef struct
{
  char *id;
  char *path;
  const char *kind;
  FwSaid name;
  FwSaid value;
  FwSaid written;
  FwSaid ask;
  gboolean prepared;
} FwScriptFigure;

/**
 * FwScripts:
 *
 * All scripts and what they share, those of the user before those that are shipped. Belongs to one thread.
 */
typedef struct _FwScripts FwScripts;

FwScripts   *fw_scripts_new             (GError             **error);
FwScripts   *fw_scripts_new_for_folders (const char *const   *folders,
                                         GError             **error);
void         fw_scripts_free            (FwScripts           *self);
GPtrArray   *fw_scripts_list            (FwScripts           *self);
FwScript    *fw_scripts_get             (FwScripts           *self,
                                         const char          *id,
                                         GError             **error);
FwScene     *fw_scripts_get_shared      (FwScripts           *self,
                                         const char          *id);
GPtrArray   *fw_scripts_list_shared     (FwScripts           *self);
GPtrArray   *fw_scripts_list_objections (FwScripts           *self);
GPtrArray   *fw_scripts_read            (FwScripts           *self,
                                         GPtrArray           *prompts,
                                         FwFacts             *facts,
                                         const char          *temperament,
                                         GError             **error);
char        *fw_scripts_fill            (FwScripts           *self,
                                         const char          *text,
                                         FwFacts             *facts,
                                         gboolean             chinese,
                                         GError             **error);
char        *fw_scripts_write_figure    (FwScripts           *self,
                                         const char          *id,
                                         FwFacts             *facts,
                                         gboolean             chinese,
                                         GError             **error);
GPtrArray   *fw_scripts_list_figures    (FwScripts           *self,
                                         GPtrArray           *prompts,
                                         FwFacts             *facts,
                                         GError             **error);
GPtrArray   *fw_scripts_check           (FwScripts           *self,
                                         GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwScripts, fw_scripts_free)

G_END_DECLS
