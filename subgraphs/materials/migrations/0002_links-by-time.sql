-- Cycles are looked for among links that hold at some time from the new link's on, so ended ones are looked at too.
drop index component_links_parent;
drop index component_links_child;
create index component_links_parent on component_links (parent_id);
create index component_links_child on component_links (child_id);
