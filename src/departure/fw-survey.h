#pragma once

#include "departure/fw-workplace.h"
#include "documents/fw-document.h"
#include "insight/fw-survey-mean.h"
#include "store/fw-store.h"

G_BEGIN_DECLS

#define FW_SURVEY_DAYS 21        /* after the last day it is sent */
#define FW_SURVEY_TASK "survey"  /* kind of the task that says it was seen to */

/* A question: rated from 1 to 5, or answered in words. */
typedef struct
{
  char *id;
  char *text;
  gboolean free;
} FwSurveyQuestion;

/**
 * FwSurvey:
 * @questions: (element-type FwSurveyQuestion): in order
 *
 * What somebody who has left is asked some weeks later, in one language (data/leaving-survey.ini).
 */
typedef struct
{
  char *title;
  char *intro;
  GPtrArray *questions;
} FwSurvey;

/* What came back of one question: 0 and %NULL where it was left open. */
typedef struct
{
  guint score;
  const char *text;
} FwSurveyAnswer;

/**
 * FwSurveyCount:
 * @id: of the question
 * @zh: what is asked, and @en
 * @counts: how many rated it 1, 2, …
 *
 * What came back of a question that is rated, in whichever language it was asked.
 */
typedef struct
{
  char *id;
  char *zh;
  char *en;
  guint counts[FW_SURVEY_MOST_SCORE];
} FwSurveyCount;

FwSurvey   *fw_survey_read     (const char            *language,
                                GError               **error);
void        fw_survey_free     (FwSurvey              *self);
FwDocument *fw_survey_to_paper (const FwSurvey        *self,
                                FwStore               *store,
                                FwDate                 made,
                                const char            *language,
                                GError               **error);
FwEvent    *fw_survey_take_in  (const FwSurvey        *self,
                                FwWorkplace           *workplace,
                                const FwSurveyAnswer  *answers,
                                const char            *employee_id,
                                GError               **error);
GPtrArray  *fw_survey_count    (FwStore               *store,
                                GCancellable          *cancellable,
                                GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwSurvey, fw_survey_free)

G_END_DECLS
