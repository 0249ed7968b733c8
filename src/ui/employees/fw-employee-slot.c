#include "config.h"

#include "ui/employees/fw-employee-slot.h"

/* A row of the list of employees: empty until its page has come from the store. */
struct _FwEmployeeSlot
{
  GObject parent_instance;

  guint position;
  FwRecord *record; /* employee-overview; NULL while it is on its way */
};

G_DEFINE_FINAL_TYPE (FwEmployeeSlot, fw_employee_slot, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_RECORD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
fw_employee_slot_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_RECORD)
    g_value_set_object (value, FW_EMPLOYEE_SLOT (object)->record);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
fw_employee_slot_finalize (GObject *object)
{
  g_clear_object (&FW_EMPLOYEE_SLOT (object)->record);
  G_OBJECT_CLASS (fw_employee_slot_parent_class)->finalize (object);
}

static void
fw_employee_slot_class_init (FwEmployeeSlotClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = fw_employee_slot_get_property;
  object_class->finalize = fw_employee_slot_finalize;
  properties[PROP_RECORD] = g_param_spec_object ("record", NULL, NULL, FW_TYPE_RECORD,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
fw_employee_slot_init (FwEmployeeSlot *self)
{
}

FwEmployeeSlot *
fw_employee_slot_new (guint position)
{
  FwEmployeeSlot *self = g_object_new (FW_TYPE_EMPLOYEE_SLOT, NULL);

  self->position = position;
  return self;
}

guint
fw_employee_slot_get_position (FwEmployeeSlot *self)
{
  g_return_val_if_fail (FW_IS_EMPLOYEE_SLOT (self), 0);
  return self->position;
}

/**
 * fw_employee_slot_get_record:
 *
 * Returns: (transfer none) (nullable): the overview of the person; %NULL while it is on its way
 */
FwRecord *
fw_employee_slot_get_record (FwEmployeeSlot *self)
{
  g_return_val_if_fail (FW_IS_EMPLOYEE_SLOT (self), NULL);
  return self->record;
}

void
fw_employee_slot_set_record (FwEmployeeSlot *self, FwRecord *record)
{
  g_return_if_fail (FW_IS_EMPLOYEE_SLOT (self));

  if (g_set_object (&self->record, record))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD]);
}
