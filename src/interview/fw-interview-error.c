#include "interview/fw-interview-error.h"

G_DEFINE_QUARK (fw-interview-error-quark, fw_interview_error)
