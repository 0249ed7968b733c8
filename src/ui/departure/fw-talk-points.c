#include "config.h"

#include "ui/departure/fw-talk-points.h"

#include <glib/gi18n.h>

#include "departure/fw-talk-entry.h"
#include "ui/widgets/fw-tag.h"
#include "ui/widgets/fw-tall-scroll.h"
#include "ui/widgets/fw-wrap-box.h"

struct _FwTalkPoints
{
  GtkWidget parent_instance;

  GtkLabel *agreed_label;
  GtkLabel *open_label;
  FwWrapBox *point_box;
};

G_DEFINE_FINAL_TYPE (FwTalkPoints, fw_talk_points, GTK_TYPE_WIDGET)

/* A long point takes more lines: it must not widen the side, by which the prompt would move while it is read. */
static GtkWidget *
make_point (FwTalkSort sort,
            const char *text)
{
  GtkWidget *tag = fw_tag_new (sort == FW_TALK_OPEN ? FW_TAG_STYLE_MISSING : FW_TAG_STYLE_CLEAR, text);

  fw_tag_set_wrap (FW_TAG (tag), TRUE);
  return tag;
}

/**
 * fw_talk_points_show:
 * @entries: (element-type FwTalkEntry): of a talk
 */
void
fw_talk_points_show (FwTalkPoints *self,
                     GListModel *entries)
{
  guint agreed = 0, open = 0;
  g_autofree char *agreed_line = NULL;
  g_autofree char *open_line = NULL;

  fw_wrap_box_clear (self->point_box);
  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (FwTalkEntry) entry = g_list_model_get_item (entries, i);
      const FwTalkSort sort = fw_talk_entry_get_sort (entry);

      if (sort != FW_TALK_AGREED && sort != FW_TALK_OPEN && sort != FW_TALK_PROMISE)
        continue;
      agreed += sort != FW_TALK_OPEN;
      open += sort == FW_TALK_OPEN;
      fw_wrap_box_append (self->point_box, make_point (sort, fw_talk_entry_get_text (entry)));
    }
  agreed_line = g_strdup_printf (_("Agreed %u"), agreed);
  open_line = g_strdup_printf (_("Open %u"), open);
  gtk_label_set_label (self->agreed_label, agreed_line);
  gtk_label_set_label (self->open_label, open_line);
}

static void
fw_talk_points_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);
  G_OBJECT_CLASS (fw_talk_points_parent_class)->dispose (object);
}

static void
fw_talk_points_class_init (FwTalkPointsClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = fw_talk_points_dispose;
  g_type_ensure (FW_TYPE_TALL_SCROLL);
  g_type_ensure (FW_TYPE_WRAP_BOX);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/departure/fw-talk-points.ui");
  gtk_widget_class_bind_template_child (widget_class, FwTalkPoints, agreed_label);
  gtk_widget_class_bind_template_child (widget_class, FwTalkPoints, open_label);
  gtk_widget_class_bind_template_child (widget_class, FwTalkPoints, point_box);
}

static void
fw_talk_points_init (FwTalkPoints *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
