#pragma once

#include <glib-object.h>

#include "interview/fw-interview-error.h"

G_BEGIN_DECLS

/* How much an alert asks of the interviewer. */
typedef enum
{
  FW_ALERT_INFO,     /* a side note */
  FW_ALERT_CAUTION,
  FW_ALERT_HIGH,
  FW_ALERT_CRITICAL, /* stays until acknowledged; neither a negation nor a cool-down takes from it */
} FwAlertSeverity;

/* Whose words. */
typedef enum
{
  FW_SPEAKER_ANY,         /* of a class: whoever says it; of a line: not known who does */
  FW_SPEAKER_EMPLOYEE,
  FW_SPEAKER_INTERVIEWER, /* HR or the manager */
} FwSpeaker;

/* A text in both languages; "" where there is none in one. */
typedef struct
{
  char *zh;
  char *en;
} FwSaid;

/**
 * FwPhraseClass:
 *
 * What phrases have in common: what they may mean and what to do.
 */
typedef struct
{
  char *id;
  FwAlertSeverity severity;
  FwSpeaker speaker;
  guint cooldown_seconds; /* for so long a repeated phrase only counts */
  gboolean danger;        /* to life and limb: stands above everything */
  FwSaid title;
  FwSaid meaning;         /* what it may mean */
  FwSaid prompt;          /* what to do */
  FwSaid say;             /* a sentence to say */
  GPtrArray *avoid;       /* FwSaid*: sentences not to say */
  char *reference;        /* for who reviews the class; "" */
  gboolean reviewed;      /* a named person has read it */
  gboolean begun_anew;    /* a company has replaced its phrases: what the words of a sentence weigh is not asked for it */
  guint order;            /* its place in the lexicon */
  char *file;
  int line;
} FwPhraseClass;

/* What a phrase is to its class. */
typedef enum
{
  FW_PHRASE_STRONG,    /* raises an alert */
  FW_PHRASE_WEAK,      /* raises one where no unless of its class stands in the sentence */
  FW_PHRASE_EXCEPTION, /* takes back what its class finds in it */
  FW_PHRASE_UNLESS,    /* takes back what is weak in its sentence */
  FW_PHRASE_WEIGHED,   /* no phrase: the words of a sentence together speak for its class */
} FwPhraseRole;

/**
 * FwPhrase:
 *
 * One phrase of a class, or what takes one back.
 */
typedef struct
{
  FwPhraseClass *of;
  const char *text;         /* as it stands in the file, without marks; "" of what is no phrase */
  const char *example;      /* as somebody may say it: the first of its alternatives, “~” where other words may stand */
  gboolean chinese;
  FwAlertSeverity severity; /* the class's unless the phrase has one of its own */
  gboolean own_severity;
  gboolean exact;           /* its characters and no others that sound alike */
  gboolean open_end;        /* its last word may go on: brib* */
  FwPhraseRole role;
  gboolean weighed;         /* shipped with weights of words, which may speak against it */
  guint first_step;         /* of the lexicon: its parts */
  guint n_steps;
} FwPhrase;

/**
 * FwLexicon:
 *
 * All classes and phrases that are listened for, of the shipped files and of a company's (docs/watch.md). Never changes once it is read;
 * counted by reference.
 */
typedef struct _FwLexicon FwLexicon;

#define FW_TYPE_LEXICON (fw_lexicon_get_type ())

GType          fw_lexicon_get_type         (void) G_GNUC_CONST;
FwLexicon     *fw_lexicon_new              (GError             **error);
FwLexicon     *fw_lexicon_new_for_folders  (const char *const   *folders,
                                            GError             **error);
FwLexicon     *fw_lexicon_ref              (FwLexicon           *self);
void           fw_lexicon_unref            (FwLexicon           *self);
FwLexicon     *fw_lexicon_new_of_kind      (const char          *kind,
                                            const char *const   *folders,
                                            GError             **error);
GPtrArray     *fw_lexicon_get_classes      (FwLexicon           *self);
FwPhraseClass *fw_lexicon_find_class       (FwLexicon           *self,
                                            const char          *id);
GPtrArray     *fw_lexicon_get_phrases      (FwLexicon           *self);
const char    *fw_alert_severity_to_string (FwAlertSeverity      severity);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwLexicon, fw_lexicon_unref)

G_END_DECLS
