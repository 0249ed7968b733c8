#include "documents/fw-pages.h"

typedef struct
{
  GPtrArray *pages;
  FwPage *page; /* the last of them */
  double y;
  double height;

  /* The last group: it can still be taken to the next page. */
  guint group_from;
  guint group_end;
  guint group_placed; /* what stood on the page before it */
} Cutter;

static void
begin_page (Cutter *self)
{
  self->page = g_array_new (FALSE, FALSE, sizeof (FwPlacedBox));
  g_ptr_array_add (self->pages, self->page);
  self->y = 0;
}

static void
place (Cutter *self,
       FwBox *box)
{
  FwPlacedBox placed = { box, self->y };

  if (self->page->len == 0 && box->space)
    return;
  if (self->page->len == 0 && box->repeat != NULL)
    {
      FwPlacedBox head = { box->repeat, 0 };

      g_array_append_val (self->page, head);
      self->y = box->repeat->height;
      placed.y = self->y;
    }
  g_array_append_val (self->page, placed);
  self->y += box->height;
}

/* The boxes from @from on that one page must hold together. */
static guint
find_end (GPtrArray *boxes,
          guint from)
{
  guint end = from + 1;

  while (end < boxes->len && ((FwBox *) g_ptr_array_index (boxes, end))->glued)
    end++;
  return end;
}

static double
height_of (GPtrArray *boxes,
           guint from,
           guint end,
           gboolean at_top)
{
  double height = 0;

  for (guint i = from; i < end; i++)
    {
      FwBox *box = g_ptr_array_index (boxes, i);

      if (at_top && box->space)
        continue;
      if (at_top && box->repeat != NULL)
        height += box->repeat->height;
      at_top = FALSE;
      height += box->height;
    }
  return height;
}

/* White at the end of a group may hang over the foot of the page. */
static double
trailing_space (GPtrArray *boxes,
                guint from,
                guint end)
{
  double height = 0;

  for (guint i = end; i > from && ((FwBox *) g_ptr_array_index (boxes, i - 1))->space; i--)
    height += ((FwBox *) g_ptr_array_index (boxes, i - 1))->height;
  return height;
}

static gboolean
fits (const Cutter *self,
      GPtrArray *boxes,
      guint from,
      guint end)
{
  double height = height_of (boxes, from, end, self->page->len == 0) - trailing_space (boxes, from, end);

  return self->y + height <= self->height + 0.01;
}

static void
place_group (Cutter *self,
             GPtrArray *boxes,
             guint from,
             guint end)
{
  if (!fits (self, boxes, from, end) && self->page->len > 0)
    begin_page (self);
  self->group_from = from;
  self->group_end = end;
  self->group_placed = self->page->len;
  for (guint i = from; i < end; i++)
    {
      /* More than a page belongs together: it is cut where the page is full. */
      if (!fits (self, boxes, i, i + 1) && self->page->len > 0)
        {
          begin_page (self);
          self->group_placed = 0;
        }
      place (self, g_ptr_array_index (boxes, i));
    }
}

/* The slip stands at the foot of the last page. Where it does not fit, the signature goes with it to the next page, so
 * that no page holds the slip alone. */
static void
place_at_foot (Cutter *self,
               GPtrArray *boxes,
               FwBox *box)
{
  /* The seal may reach over the cut line. */
  double white = trailing_space (boxes, self->group_from, self->group_end) * 0.6;

  if (self->y - white + box->height > self->height + 0.01)
    {
      gboolean takes = self->group_placed > 0
                       && height_of (boxes, self->group_from, self->group_end, TRUE) + box->height <= self->height;

      if (takes)
        g_array_set_size (self->page, self->group_placed);
      begin_page (self);
      for (guint i = self->group_from; takes && i < self->group_end; i++)
        place (self, g_ptr_array_index (boxes, i));
    }
  self->y = self->height - box->height;
  place (self, box);
}

/**
 * fw_pages_cut:
 * @galley: a paper set at one size; must outlive the pages
 * @height_pt: how much a page holds
 *
 * Cuts the paper into pages: glued boxes stay together, rows and signature blocks are never split, the head row of
 * a table is repeated, the slip goes to the foot of the last page.
 *
 * Returns: (transfer full) (element-type FwPage): at least one page
 */
GPtrArray *
fw_pages_cut (FwGalley *galley,
              double height_pt)
{
  GPtrArray *boxes = galley->boxes;
  Cutter self = { .height = height_pt };

  self.pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  begin_page (&self);
  for (guint from = 0, end; from < boxes->len; from = end)
    {
      FwBox *box = g_ptr_array_index (boxes, from);

      end = find_end (boxes, from);
      if (box->at_foot)
        place_at_foot (&self, boxes, box);
      else
        place_group (&self, boxes, from, end);
    }
  return self.pages;
}
