-- What a person adds to their own case stands with it.
GRANT UPDATE (body) ON support_case TO portal_app;
