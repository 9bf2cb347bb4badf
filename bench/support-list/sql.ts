/** The statements of the screen, the same for the hand-written server and for those that others build theirs with. */
export const sessionSql = `select i.tenant_id, i.member_id, i.role from auth.session s
  join auth."user" u on u.id = s.user_id
  join auth.member_index i on i.user_id = s.user_id and i.status in ('ACTIVE', 'ON_LEAVE')
  join auth.tenant t on t.id = i.tenant_id and t.slug = $2
  where s.token_hash = $1 and s.expires_at > app.now()`;
export const requestsSql = `select m.* from unnest((select app.my_audiences())::uuid[]) a (id) cross join lateral (
    select r.id, r.type, r.wanted, r.urgency, r.title, r.body, r.status, r.author_id, r.reply_count, r.created_at
    from support_request r where r.tenant_id = $1 and r.audience_id = a.id order by r.created_at desc, r.id desc limit $2) m
  order by m.created_at desc, m.id desc limit $2`;
export const offersSql = `select id, request_id, helper_id, status, terms, message, created_at from support_offer
  where tenant_id = $1 and request_id = any ($2) order by created_at, id`;
export const membersSql = `select id, display_name, business_name from member where tenant_id = $1 and id = any ($2)`;

export interface Request {
  id: string;
  type: string;
  wanted: string;
  urgency: string;
  title: string;
  body: string;
  status: string;
  author_id: string | null;
  reply_count: number;
  created_at: Date;
}
export interface Offer {
  id: string;
  request_id: string;
  helper_id: string;
  status: string;
  terms: string;
  message: string;
  created_at: Date;
}
export interface Member {
  id: string;
  display_name: string;
  business_name: string | null;
}
