#include "config.h"

#include "ui/departure/fw-minutes-signing.h"

#include <glib/gi18n.h>

#include "ui/departure/fw-case-words.h"
#include "ui/departure/fw-signature-pad.h"
#include "ui/widgets/fw-spoken-name.h"

struct _FwMinutesSigning
{
  GtkWidget parent_instance;

  GtkCheckButton *paper_check;
  GtkCheckButton *screen_check;
  GtkCheckButton *refused_check;
  GtkStack *ways;
  GtkBox *pad_box;
  GtkLabel *unsigned_label;
  GtkEditable *refusal_entry;
  GtkEditable *witness_entry;

  FwTalk *talk; /* owned, nullable */
  FwTalkManager shown_manager;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (FwMinutesSigning, fw_minutes_signing, GTK_TYPE_WIDGET)

static const char *const ways[] = { "paper", "screen", "refused" };

static GtkCheckButton *
check_of (FwMinutesSigning *self,
          FwTalkSigning signing)
{
  GtkCheckButton *checks[] = { self->paper_check, self->screen_check, self->refused_check };

  return checks[signing];
}

static void
way_cb (FwMinutesSigning *self)
{
  FwTalkSigning signing = FW_TALK_ON_PAPER;

  if (self->filling || self->talk == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (gtk_check_button_get_active (check_of (self, (FwTalkSigning) i)))
      signing = (FwTalkSigning) i;
  gtk_stack_set_visible_child_name (self->ways, ways[signing]);
  fw_talk_set_signing (self->talk, signing);
  /* Whoever chose by a letter from further up is brought here. */
  gtk_widget_grab_focus (GTK_WIDGET (check_of (self, signing)));
}

static void
refusal_cb (FwMinutesSigning *self)
{
  if (!self->filling && self->talk != NULL)
    fw_talk_set_refusal (self->talk, gtk_editable_get_text (self->refusal_entry), gtk_editable_get_text (self->witness_entry));
}

static FwTalkSpeaker
speaker_of (gpointer widget)
{
  return (FwTalkSpeaker) GPOINTER_TO_UINT (g_object_get_data (widget, "of"));
}

static void
signed_cb (FwSignaturePad *pad,
           FwMinutesSigning *self)
{
  g_autofree char *ink = fw_signature_pad_dup_ink (pad);

  if (self->talk == NULL)
    return;
  fw_talk_set_ink (self->talk, speaker_of (pad), ink);
  gtk_widget_set_visible (GTK_WIDGET (self->unsigned_label), FALSE);
}

static void
wipe_cb (GtkButton *button,
         FwSignaturePad *pad)
{
  fw_signature_pad_wipe (pad);
}

static char *
dup_signer (FwMinutesSigning *self,
            FwTalkSpeaker of)
{
  static const char *const words[] = { N_("Employee"), N_("HR"), N_("Manager") };
  FwCase *its = fw_talk_get_case (self->talk);
  g_autofree char *employee = NULL;
  const char *name;

  g_object_get (its, "employee-name", &employee, NULL);
  name = of == FW_TALK_EMPLOYEE ? employee : of == FW_TALK_HR ? fw_talk_get_leader (self->talk) : fw_talk_get_manager_name (self->talk);
  if (of == FW_TALK_HR && name == NULL)
    name = fw_workplace_get_who (fw_case_get_workplace (its));
  /* TRANSLATORS: in which role, then the name. */
  return name != NULL ? g_strdup_printf (_("%1$s: %2$s"), _(words[of]), name) : g_strdup (_(words[of]));
}

static void
add_pad (FwMinutesSigning *self,
         FwTalkSpeaker of)
{
  g_autofree char *signer = dup_signer (self, of);
  g_autofree char *spoken = g_strdup_printf (_("Wipe the signature of %s"), signer);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4), *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = gtk_label_new (signer), *pad = fw_signature_pad_new (signer);
  GtkWidget *wipe = gtk_button_new_with_label (_("Wipe"));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (wipe, "flat");
  gtk_widget_add_css_class (wipe, "fw-link");
  fw_spoken_name_set (wipe, spoken);
  gtk_widget_set_halign (box, GTK_ALIGN_START);
  g_object_set_data (G_OBJECT (pad), "of", GUINT_TO_POINTER (of));
  g_signal_connect (pad, "signed", G_CALLBACK (signed_cb), self);
  g_signal_connect_object (wipe, "clicked", G_CALLBACK (wipe_cb), pad, 0);
  gtk_box_append (GTK_BOX (head), label);
  gtk_box_append (GTK_BOX (head), wipe);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), pad);
  gtk_box_append (self->pad_box, box);
}

/* Whoever sits at the table signs. */
static void
show_pads (FwMinutesSigning *self)
{
  fw_box_clear (self->pad_box);
  self->shown_manager = fw_talk_get_manager (self->talk);
  add_pad (self, FW_TALK_EMPLOYEE);
  add_pad (self, FW_TALK_HR);
  if (self->shown_manager == FW_TALK_MANAGER_COMES)
    add_pad (self, FW_TALK_MANAGER);
}

/* The minutes say something else now than what was signed. */
static void
unsigned_cb (FwMinutesSigning *self)
{
  show_pads (self);
  gtk_widget_set_visible (GTK_WIDGET (self->unsigned_label), TRUE);
}

static void
changed_cb (FwMinutesSigning *self)
{
  if (fw_talk_get_stage (self->talk) == FW_TALK_READ_BACK && fw_talk_get_manager (self->talk) != self->shown_manager)
    show_pads (self);
}

/**
 * fw_minutes_signing_set_talk:
 * @talk: (nullable): the talk whose minutes are confirmed
 */
void
fw_minutes_signing_set_talk (FwMinutesSigning *self,
                             FwTalk *talk)
{
  if (self->talk != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->talk, unsigned_cb, self);
      g_signal_handlers_disconnect_by_func (self->talk, changed_cb, self);
    }
  g_set_object (&self->talk, talk);
  fw_box_clear (self->pad_box);
  if (talk == NULL)
    return;
  g_signal_connect_object (talk, "unsigned", G_CALLBACK (unsigned_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (talk, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  self->filling = TRUE;
  gtk_check_button_set_active (check_of (self, fw_talk_get_signing (talk)), TRUE);
  gtk_stack_set_visible_child_name (self->ways, ways[fw_talk_get_signing (talk)]);
  gtk_editable_set_text (self->refusal_entry, fw_talk_get_refusal (talk));
  gtk_editable_set_text (self->witness_entry, fw_talk_get_witness (talk));
  gtk_widget_set_visible (GTK_WIDGET (self->unsigned_label), FALSE);
  self->filling = FALSE;
  show_pads (self);
}

/**
 * fw_minutes_signing_get_obstacle:
 *
 * Returns: (nullable): what is still missing before the minutes can be put on record, and takes the keyboard there; %NULL where nothing is
 */
const char *
fw_minutes_signing_get_obstacle (FwMinutesSigning *self)
{
  FwTalkSigning signing = fw_talk_get_signing (self->talk);

  if (signing == FW_TALK_ON_SCREEN && fw_talk_get_ink (self->talk, FW_TALK_EMPLOYEE) == NULL)
    return _("The employee has not signed on the screen yet. Who does not want to can sign on paper, or not at all: choose that above.");
  if (signing == FW_TALK_ON_SCREEN && fw_talk_get_ink (self->talk, FW_TALK_HR) == NULL)
    return _("Whoever led the talk has not signed on the screen yet.");
  if (signing == FW_TALK_REFUSED && *fw_talk_get_refusal (self->talk) == '\0')
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->refusal_entry));
      return _("Write down what the employee said to it; where nothing was said, write that.");
    }
  if (signing == FW_TALK_REFUSED && *fw_talk_get_witness (self->talk) == '\0')
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->witness_entry));
      return _("Name a witness: somebody who was in the room and saw it.");
    }
  return NULL;
}

static void
fw_minutes_signing_dispose (GObject *object)
{
  FwMinutesSigning *self = FW_MINUTES_SIGNING (object);
  GtkWidget *child;

  g_clear_object (&self->talk);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (fw_minutes_signing_parent_class)->dispose (object);
}

static void
fw_minutes_signing_class_init (FwMinutesSigningClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fw_minutes_signing_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/departure/fw-minutes-signing.ui");
  gtk_widget_class_bind_template_child (widget_class, FwMinutesSigning, paper_check);
  gtk_widget_class_bind_template_child (widget_class, FwMinutesSigning, screen_check);
  gtk_widget_class_bind_template_child (widget_class, FwMinutesSigning, refused_check);
  gtk_widget_class_bind_template_child (widget_class, FwMinutesSigning, ways);
  gtk_widget_class_bind_template_child (widget_class, FwMinutesSigning, pad_box);
  gtk_widget_class_bind_template_child (widget_class, FwMinutesSigning, unsigned_label);
  gtk_widget_class_bind_template_child (widget_class, FwMinutesSigning, refusal_entry);
  gtk_widget_class_bind_template_child (widget_class, FwMinutesSigning, witness_entry);
  gtk_widget_class_bind_template_callback (widget_class, way_cb);
  gtk_widget_class_bind_template_callback (widget_class, refusal_cb);
}

static void
fw_minutes_signing_init (FwMinutesSigning *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
