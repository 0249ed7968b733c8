#include "config.h"

#include "ui/fw-application.h"

int
main (int argc, char **argv)
{
  g_autoptr (FwApplication) application = fw_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
