/* The program itself, up to the first frame of its window. */
#include "first-frame.h"
#include "ui/fw-application.h"

int
main (int argc,
      char **argv)
{
  g_autoptr (FwApplication) application = fw_application_new ();

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  first_frame_watch (GTK_APPLICATION (application));
  return g_application_run (G_APPLICATION (application), argc, argv);
}
