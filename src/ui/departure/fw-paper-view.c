#include "config.h"

#include "ui/departure/fw-paper-view.h"

#include <glib/gi18n.h>

#define GAP 18        /* px between pages and around them */
#define FIT_WIDTH 0.0 /* zoom that follows the width */
#define BAR_AWAY 9.0  /* pt from a changed block to the bar beside it */
#define BAR_WIDTH 2.5 /* pt */
#define WORD_SIZE 8.0 /* pt, of the word beside the bar */
#define WORD_AWAY 4.0 /* pt, from the bar to it */
#define ZOOM_STEP 1.2

/* The sheet is white in every style, so its marks keep their colours too. */
static const GdkRGBA changed_colour = { 0.208f, 0.380f, 0.557f, 1 };
static const GdkRGBA read_again_colour = { 0.816f, 0.541f, 0.114f, 1 };
static const GdkRGBA read_again_word_colour = { 0.525f, 0.322f, 0, 1 };
static const GdkRGBA selected_colour = { 0.208f, 0.380f, 0.557f, 0.13f };

struct _FwPaperView
{
  GtkWidget parent_instance;

  FwDocument *document; /* owned, nullable */
  GArray *areas;        /* owned, nullable: FwDocumentArea, ids borrowed from the document */
  char *selected;       /* owned, nullable: id of the block whose wording is edited */
  double zoom;
};

G_DEFINE_FINAL_TYPE (FwPaperView, fw_paper_view, GTK_TYPE_WIDGET)

enum
{
  BLOCK_PRESSED,
  PAGE_ASKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static double
page_width (FwPaperView *self)
{
  double width = 595, height = 842;

  if (self->document != NULL)
    fw_document_get_page_size (self->document, &width, &height);
  return width;
}

static double
page_height (FwPaperView *self)
{
  double width = 595, height = 842;

  if (self->document != NULL)
    fw_document_get_page_size (self->document, &width, &height);
  return height;
}

static guint
page_count (FwPaperView *self)
{
  return self->document != NULL ? fw_document_get_n_pages (self->document) : 0;
}

/* Pixels a point: what was asked for, or what fits @width. */
static double
scale_for (FwPaperView *self,
           int width)
{
  if (self->zoom != FIT_WIDTH)
    return self->zoom * 96 / 72;
  return MAX (0.3, (width - 2 * GAP) / page_width (self));
}

static void
fw_paper_view_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  FwPaperView *self = FW_PAPER_VIEW (widget);
  double scale = scale_for (self, for_size > 0 ? for_size : gtk_widget_get_width (widget));

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = (int) (page_count (self) * (page_height (self) * scale + GAP) + GAP);
      return;
    }
  *minimum = self->zoom == FIT_WIDTH ? 240 : (int) (page_width (self) * scale + 2 * GAP);
  *natural = MAX (*minimum, (int) (page_width (self) + 2 * GAP));
}

static GtkSizeRequestMode
fw_paper_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static FwDocumentBlock *
find_drawn (FwPaperView *self,
            const char *id)
{
  GPtrArray *blocks = fw_document_get_blocks (self->document);

  for (guint i = 0; i < blocks->len; i++)
    if (g_strcmp0 (((FwDocumentBlock *) blocks->pdata[i])->id, id) == 0)
      return blocks->pdata[i];
  return NULL;
}

static void
fill_area (GtkSnapshot *snapshot,
           const GdkRGBA *colour,
           double x,
           double y,
           double width,
           double height)
{
  gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));
}

/* What the amber bar says, in the margin: no mark is told by its colour alone. */
static void
draw_read_again (FwPaperView *self,
                 GtkSnapshot *snapshot,
                 double bar_x,
                 double scale)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), _("Read again"));
  g_autoptr (PangoFontDescription) font = pango_font_description_copy (pango_context_get_font_description (pango_layout_get_context (layout)));
  double room = (bar_x - WORD_AWAY) * scale;
  int width;

  pango_font_description_set_absolute_size (font, WORD_SIZE * scale * PANGO_SCALE);
  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  pango_layout_get_pixel_size (layout, &width, NULL);
  if (width > room)
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (room - width), 0));
  gtk_snapshot_append_layout (snapshot, layout, &read_again_word_colour);
  gtk_snapshot_restore (snapshot);
}

/* A bar beside what this case words differently, amber where it is to be read again; a ground under what is edited. */
static void
draw_marks (FwPaperView *self,
            GtkSnapshot *snapshot,
            guint page,
            double x,
            double y,
            double scale)
{
  for (guint i = 0; i < self->areas->len; i++)
    {
      FwDocumentArea *area = &g_array_index (self->areas, FwDocumentArea, i);
      FwDocumentBlock *block = area->page == page ? find_drawn (self, area->block_id) : NULL;

      if (block == NULL)
        continue;
      if (g_strcmp0 (block->id, self->selected) == 0)
        fill_area (snapshot, &selected_colour, x + area->x * scale, y + area->y * scale, area->width * scale,
                   area->height * scale);
      if (block->overridden)
        fill_area (snapshot, block->read_again ? &read_again_colour : &changed_colour,
                   x + (area->x - BAR_AWAY) * scale, y + area->y * scale, BAR_WIDTH * scale, area->height * scale);
      if (block->overridden && block->read_again)
        {
          gtk_snapshot_save (snapshot);
          gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) (y + area->y * scale)));
          draw_read_again (self, snapshot, area->x - BAR_AWAY, scale);
          gtk_snapshot_restore (snapshot);
        }
    }
}

static void
draw_page (FwPaperView *self,
           GtkSnapshot *snapshot,
           guint page,
           double x,
           double y,
           double scale)
{
  graphene_rect_t bounds =
      GRAPHENE_RECT_INIT ((float) x, (float) y, (float) (page_width (self) * scale), (float) (page_height (self) * scale));
  GskRoundedRect outline;
  cairo_t *cr;

  gsk_rounded_rect_init_from_rect (&outline, &bounds, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &(GdkRGBA){ 0, 0, 0, 0.3f }, 0, 1, 0, 5);
  gtk_snapshot_append_color (snapshot, &(GdkRGBA){ 1, 1, 1, 1 }, &bounds);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_translate (cr, x, y);
  cairo_scale (cr, scale, scale);
  fw_document_draw_page (self->document, cr, page, FW_PAINT_SCREEN);
  cairo_destroy (cr);
  draw_marks (self, snapshot, page, x, y, scale);
}

static void
fw_paper_view_snapshot (GtkWidget *widget,
                        GtkSnapshot *snapshot)
{
  FwPaperView *self = FW_PAPER_VIEW (widget);
  int width = gtk_widget_get_width (widget);
  double scale = scale_for (self, width);
  double x = MAX (GAP, (width - page_width (self) * scale) / 2);

  for (guint page = 0; page < page_count (self); page++)
    draw_page (self, snapshot, page, x, fw_paper_view_get_page_top (self, page), scale);
}

static const char *
find_block (FwPaperView *self,
            double x,
            double y)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  double scale = scale_for (self, width);
  double left = MAX (GAP, (width - page_width (self) * scale) / 2);

  for (guint page = 0; page < page_count (self); page++)
    {
      double top = fw_paper_view_get_page_top (self, page);

      if (y >= top && y < top + page_height (self) * scale)
        return fw_document_find_block_at (self->document, page, (x - left) / scale, (y - top) / scale);
    }
  return NULL;
}

static void
pressed_cb (GtkGestureClick *gesture,
            int presses,
            double x,
            double y,
            FwPaperView *self)
{
  const char *block = find_block (self, x, y);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (block != NULL)
    g_signal_emit (self, signals[BLOCK_PRESSED], 0, block, presses);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint key,
                guint code,
                GdkModifierType modifiers,
                FwPaperView *self)
{
  static const struct
  {
    guint key;
    int pages;
  } turns[] = {
    { GDK_KEY_Page_Down, 1 },    { GDK_KEY_Page_Up, -1 },    { GDK_KEY_KP_Page_Down, 1 },
    { GDK_KEY_KP_Page_Up, -1 },  { GDK_KEY_End, G_MAXINT16 }, { GDK_KEY_Home, -G_MAXINT16 },
  };

  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  for (guint i = 0; i < G_N_ELEMENTS (turns); i++)
    if (turns[i].key == key)
      {
        g_signal_emit (self, signals[PAGE_ASKED], 0, turns[i].pages);
        return GDK_EVENT_STOP;
      }
  return GDK_EVENT_PROPAGATE;
}

static void
fw_paper_view_finalize (GObject *object)
{
  g_clear_pointer (&FW_PAPER_VIEW (object)->areas, g_array_unref);
  g_clear_pointer (&FW_PAPER_VIEW (object)->document, fw_document_unref);
  g_free (FW_PAPER_VIEW (object)->selected);
  G_OBJECT_CLASS (fw_paper_view_parent_class)->finalize (object);
}

static void
fw_paper_view_class_init (FwPaperViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = fw_paper_view_finalize;
  widget_class->measure = fw_paper_view_measure;
  widget_class->get_request_mode = fw_paper_view_get_request_mode;
  widget_class->snapshot = fw_paper_view_snapshot;
  /* A block under the pointer was pressed, so many times in a row. */
  signals[BLOCK_PRESSED] = g_signal_new ("block-pressed", FW_TYPE_PAPER_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);
  /* Another page is asked for, so many further on. */
  signals[PAGE_ASKED] = g_signal_new ("page-asked", FW_TYPE_PAPER_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
fw_paper_view_init (FwPaperView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
}

/* A screen reader reads the paper's text, as it will be printed. */
static void
describe (FwPaperView *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GPtrArray *blocks;

  if (self->document == NULL)
    return;
  g_string_append (text, fw_document_get_title (self->document));
  blocks = fw_document_get_blocks (self->document);
  for (guint i = 0; i < blocks->len; i++)
    {
      FwDocumentBlock *block = g_ptr_array_index (blocks, i);

      if (block->text != NULL)
        g_string_append_printf (text, "\n%s", block->text);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text->str, -1);
}

/**
 * fw_paper_view_set_document:
 * @document: (transfer full) (nullable): the paper
 */
void
fw_paper_view_set_document (FwPaperView *self,
                            FwDocument *document)
{
  g_return_if_fail (FW_IS_PAPER_VIEW (self));

  g_clear_pointer (&self->areas, g_array_unref);
  g_clear_pointer (&self->document, fw_document_unref);
  self->document = document;
  self->areas = document != NULL ? fw_document_get_areas (document) : NULL;
  describe (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * fw_paper_view_get_document:
 *
 * Returns: (transfer none) (nullable): the paper
 */
FwDocument *
fw_paper_view_get_document (FwPaperView *self)
{
  g_return_val_if_fail (FW_IS_PAPER_VIEW (self), NULL);
  return self->document;
}

/**
 * fw_paper_view_set_zoom:
 * @zoom: 1 for the size on paper at 96 dots an inch; 0 to fit the width
 */
void
fw_paper_view_set_zoom (FwPaperView *self,
                        double zoom)
{
  g_return_if_fail (FW_IS_PAPER_VIEW (self));

  self->zoom = zoom == FIT_WIDTH ? FIT_WIDTH : CLAMP (zoom, 0.4, 3);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * fw_paper_view_get_zoom:
 *
 * Answers the zoom as it is drawn now, also where it follows the width.
 */
double
fw_paper_view_get_zoom (FwPaperView *self)
{
  g_return_val_if_fail (FW_IS_PAPER_VIEW (self), 1);
  return scale_for (self, gtk_widget_get_width (GTK_WIDGET (self))) * 72 / 96;
}

/**
 * fw_paper_view_get_page_top:
 *
 * Answers where @page begins, in pixels from the top.
 */
double
fw_paper_view_get_page_top (FwPaperView *self,
                            guint page)
{
  double scale;

  g_return_val_if_fail (FW_IS_PAPER_VIEW (self), 0);
  scale = scale_for (self, gtk_widget_get_width (GTK_WIDGET (self)));
  return GAP + page * (page_height (self) * scale + GAP);
}

/**
 * fw_paper_view_zoom_by:
 * @steps: how many steps larger; negative: smaller
 */
void
fw_paper_view_zoom_by (FwPaperView *self,
                       int steps)
{
  double zoom = fw_paper_view_get_zoom (self);

  for (; steps > 0; steps--)
    zoom *= ZOOM_STEP;
  for (; steps < 0; steps++)
    zoom /= ZOOM_STEP;
  fw_paper_view_set_zoom (self, zoom);
}

/**
 * fw_paper_view_get_page_at:
 * @y: pixels from the top
 *
 * Returns: the page that begins at or above @y, from 0
 */
guint
fw_paper_view_get_page_at (FwPaperView *self,
                           double y)
{
  guint page = 0;

  g_return_val_if_fail (FW_IS_PAPER_VIEW (self), 0);
  while (page + 1 < page_count (self) && fw_paper_view_get_page_top (self, page + 1) - GAP <= y)
    page++;
  return page;
}

/**
 * fw_paper_view_set_selected:
 * @block: (nullable): id of the block that is edited
 */
void
fw_paper_view_set_selected (FwPaperView *self,
                            const char *block)
{
  g_return_if_fail (FW_IS_PAPER_VIEW (self));

  g_free (self->selected);
  self->selected = g_strdup (block);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * fw_paper_view_find_block:
 * @top: (out): where the block begins, in pixels from the top
 * @bottom: (out): where its first part ends
 *
 * Returns: whether the paper has such a block on a page
 */
gboolean
fw_paper_view_find_block (FwPaperView *self,
                          const char *block,
                          double *top,
                          double *bottom)
{
  double scale = scale_for (self, gtk_widget_get_width (GTK_WIDGET (self)));

  for (guint i = 0; self->areas != NULL && i < self->areas->len; i++)
    {
      FwDocumentArea *area = &g_array_index (self->areas, FwDocumentArea, i);

      if (g_strcmp0 (area->block_id, block) != 0)
        continue;
      *top = fw_paper_view_get_page_top (self, area->page) + area->y * scale;
      *bottom = *top + area->height * scale;
      return TRUE;
    }
  return FALSE;
}
