#pragma once

#include "charts/fw-chart.h"

G_BEGIN_DECLS

typedef enum
{
  SHAPE_AREA,
  SHAPE_HATCHED,
  SHAPE_HIDDEN,
  SHAPE_POLYGON,
  SHAPE_PATH,
  SHAPE_DOT,
  SHAPE_RING,
} ShapeKind;

typedef struct
{
  ShapeKind kind;
  FwChartBox box; /* of a dot or ring: the middle, and the radius as width */
  guint first_point, n_points;
  double line_width;
  double opacity;
  FwChartDash dash;
  FwChartRole role;
} Shape;

typedef struct
{
  PangoLayout *layout;
  FwChartBox box;
  FwChartRole role;
  gboolean over_line; /* needs a halo */
} Text;

typedef struct
{
  FwChartMark mark;
  FwChartBox box;
  gboolean column; /* picked anywhere above and below it */
} PlacedMark;

struct _FwChart
{
  double width;
  double height;
  double text_scale;
  PangoContext *context; /* owned */
  PangoLanguage *language; /* of the texts; NULL: the context's */
  GArray *shapes;        /* Shape, in painting order */
  GArray *points;        /* FwChartPoint, of the shapes */
  GArray *texts;         /* Text, painted above the shapes */
  GArray *marks;         /* PlacedMark */
};

G_END_DECLS
