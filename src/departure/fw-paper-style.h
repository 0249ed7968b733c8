#pragma once

#include "departure/fw-workplace.h"

G_BEGIN_DECLS

typedef struct
{
  char *id;
  char *text;
  char *prints; /* the words that the paper then carries, in its own language; NULL: none */
} FwPaperOption;

/* Where the law bears two wordings of a paper: which one the company's papers have. */
typedef struct
{
  char *path;         /* as an answer of a case: "setting/settlement-scope" */
  char *title;
  char *warning;      /* nullable */
  char *paper_title;
  char *value;        /* id of the option that counts where a case says nothing else */
  GPtrArray *options; /* FwPaperOption */
} FwPaperSetting;

/* A template that the company has copied and changed. */
typedef struct
{
  char *id;
  char *title;
  GPtrArray *lines;   /* FwDiffLine (documents/fw-template-diff.h): how it differs from the shipped one */
} FwPaperTemplate;

/**
 * FwPaperStyle:
 *
 * How the papers of a company look, beside what each case says.
 */
typedef struct
{
  GPtrArray *settings;  /* FwPaperSetting */
  GPtrArray *templates; /* FwPaperTemplate */
  char *signatory;      /* who signs where a case names nobody; nullable */
  char *folder;         /* where copies of templates are looked for */
} FwPaperStyle;

/* The answer that names who signs */
#define FW_PAPER_STYLE_SIGNATORY "case/@signatory"

void          fw_paper_style_free        (FwPaperStyle         *self);
FwPaperStyle *fw_paper_style_read        (FwWorkplace          *workplace,
                                          GError              **error);
void          fw_paper_style_read_async  (FwWorkplace          *workplace,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
FwPaperStyle *fw_paper_style_read_finish (FwWorkplace          *workplace,
                                          GAsyncResult         *result,
                                          GError              **error);
gboolean      fw_paper_style_set         (FwWorkplace          *workplace,
                                          const char           *path,
                                          const char           *value,
                                          GError              **error);
gboolean      fw_paper_style_set_logo    (FwWorkplace          *workplace,
                                          const char           *employer_id,
                                          GFile                *file,
                                          GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwPaperStyle, fw_paper_style_free)

G_END_DECLS
