-- The Reply 泉民函〔2025〕67号, cut into its clauses, and the documents it names. It is a summary, not a legal basis.
insert into policy_document (id, code, kind, title_zh, title_en, number, issuer_zh, issuer_en, year, jurisdiction) values
(1, 'reply-2025-67', 'SUMMARY', '关于市政协十三届四次会议第20254084号提案的答复', 'Reply to proposal 20254084 of the 4th session of the 13th city CPPCC', '泉民函〔2025〕67号', '泉州市民政局', 'Quanzhou Civil Affairs Bureau', 2025, '350500000000/'),
(2, 'notice-2013', 'BASIS', '关于深入开展计生特殊家庭关爱行动的通知', 'Notice on care for special family-planning families', null, '泉州市人口计生领导小组', 'Quanzhou leading group on population and family planning', 2013, '350500000000/'),
(3, 'opinion-2016', 'BASIS', '关于在全面两孩政策环境下进一步加强计生协会工作的若干意见', 'Opinions on strengthening the family planning associations', null, '泉州市委、市政府', 'Quanzhou Party Committee and Government', 2016, '350500000000/'),
(4, 'medical-aid-rules', 'BASIS', '泉州市城乡医疗救助规定', 'Quanzhou rules on urban and rural medical aid', null, '泉州市', 'Quanzhou City', null, '350500000000/'),
(5, 'medical-service-notice', 'BASIS', '关于切实做好失独家庭医疗服务工作的通知', 'Notice on medical services for these families', null, '泉州市', 'Quanzhou City', null, '350500000000/');

-- Each county has issued its own normative document (一（一）); titles, numbers and texts are to be supplied.
insert into policy_document (id, code, kind, title_zh, title_en, number, issuer_zh, issuer_en, year, jurisdiction)
select 100 + row_number() over (order by code), 'county-' || code, 'BASIS', name_zh || '规范性文件（名称待补）',
       name_en || ': normative document (title to be supplied)', null, name_zh, name_en, null, path
from region where level = 'COUNTY' and active;

insert into policy_clause (id, document_id, position, anchor, label, heading_zh, heading_en, text) values
(1, 1, 1, '1-1', '一（一）', '完善工作机制', 'Working mechanism', '市委、市政府于2013年、2016年先后出台相关文件，对全市失独家庭帮扶工作进行部署安排，明确职责任务。各县（市、区）党委政府均出台规范性文件予以贯彻落实。如2013年市人口计生领导小组下发《关于深入开展计生特殊家庭关爱行动的通知》，2016年市委市政府出台《关于在全面两孩政策环境下进一步加强计生协会工作的若干意见》，对切实加强失独家庭帮扶工作提出明确要求，为深入推进失独家庭关爱帮扶工作创造了良好条件。我市各级计生协会建立完善“三个必须”关怀慰问工作机制，即新发生失独家庭必须第一时间上门关怀，重大传统节日期间必须上门慰问，遭遇重大病灾必须及时关怀到位。各级计生协会开展形式多样的慰问，在重大病灾时给予紧急救助送温暖。如市县两级协会为新发生失独家庭发放一次性抚慰金1-5万元不等，市计生协会每年开展春节慰问活动，向全市失独家庭送去每户1000元慰问金等。针对失独家庭的不同需求，优先实施多项生育关怀帮扶。如纳入安居工程项目，为失独家庭修缮房屋；提供“生育关怀·不孕不育治疗诊疗服务”，解决再生育问题；对有技术特长和发展能力的，优先纳入幸福工程创业就业培训等项目帮扶。泉港区开展失独家庭“暖心护航”帮扶活动，采取政府购买服务方式，依托社工机构为失独家庭提供医疗、心理、家政等基本医疗和基本公共卫生等订制服务。'),
(2, 1, 2, '1-2', '一（二）', '落实医疗保障', 'Medical cover', '一是推动纳入医疗救助。《泉州市城乡医疗救助规定》中明确将失独家庭纳入新增医疗救助对象，各级财政代缴“新农合”相关费用，失独家庭享受等同重度残疾人和低保户的救助标准，享受患重大疾病、特殊病种等的紧急救助，以及二次救助、临时救助、慈善救助等。二是多举措提供医疗保障。下发《关于切实做好失独家庭医疗服务工作的通知》，督导各级综合医院提供就医绿色通道、先诊疗后结算、专家免费会诊、家庭医生服务、帮助申请医疗救助等医疗服务。开展“生育关怀·不孕不育诊疗服务”活动，指定市妇幼保健院生殖中心和福建医大附属二院生殖医学科对失独家庭开展优先服务，孕期检查的，由市本级给予一次性4000元补助；实施人类辅助生殖技术的，由市本级给予一次性2000元补助；采用体外受精——胚胎移植及其衍生技术辅助生育的，市县两级分别给予一次性补助2万元。三是持续推进保险保障。市县两级协会每年为失独家庭购买三份保险，每年财政支付保费90多万元。包括住院医疗补充险。由市财政出资，每人保费250元，失独人员因病住院治疗，出院后以医保报销金额为标准，获得50%医疗保险金；住院护理补助险。由市财政出资，每人保费150元，失独人员因病住院可获得每天200元护理补助金；计生家庭意外伤害保险。由县财政出资，每户保费100元，失独人员遭遇意外死亡或伤残，可获得20万元以内的相应保险金。'),
(3, 1, 3, '1-3', '一（三）', '加大兜底保障', 'Basic protection', '充分发挥公办养老机构及公建民营养老机构兜底保障作用，全市有意愿入住养老机构的特困老年人入住率100%。在满足当前和今后一个时期特困人员集中供养需求的前提下，推动普惠养老服务，为全市60周岁以上老年人开展养老服务。全市12个县（市、区），已有9个县（市、区）出台本地户籍老年人入住养老机构补贴政策，进一步减轻老年人入住养老机构经济负担；属于低保对象的，按生活自理情况，分别补贴500元、750元、1000元；60岁以上不属于低保对象的，按生活自理情况，分别补贴200元、400元、600元。各县（市、区）均出台低保、计生特殊家庭完全失能老年人护理补贴政策。积极贯彻落实中央财政支持经济困难完全失能老年人集中照护工作，补助100.03万元，惠及109人。失独老人中符合这几类标准，均可以享受相应的兜底保障。'),
(4, 1, 4, '1-4', '一（四）', '开展志愿服务', 'Voluntary service', '开展失独家庭“关爱小组”志愿服务活动，由乡镇（街道）计生协会干部、村（社区）计生协会会长、村（社区）卫生所医生、计生协会小组长组成的“关爱小组”，同时我们也动员与失独家庭往来密切的亲友参加，邀请社工组织志愿参与，每个“关爱小组”挂钩一户失独家庭，市财政给予每个“关爱小组”每年1000元帮扶活动专项经费。各地采取政府购买服务方式，依托专业社工机构，开展行之有效的志愿服务。如晋江市依托社工组织建立“阳光·暖心港湾”服务站，开展入户探访与心理慰藉、“微心愿”特色活动、构建“微支持生态圈”、建立“菜单式”援助服务等10余项服务内容。惠安县开展“续写雷锋日记·情暖失独家庭”志愿服务活动，为失独家庭提供全方位服务；德化县利用志愿者网络平台“结对认亲”，让失独家庭感受温暖和关爱。端午、中秋、重阳节期间，各级协会联合志愿者队伍组织开展心理辅导讲座、参观游览、包粽子和登山比赛等多形式联谊交流活动。'),
(5, 1, 5, '2', '二', '下一步工作计划', 'Plan for the next steps', '下阶段，我市将加大政府统筹引导力度，多样化、多层次满足失独老年人养老服务需求，健全基本医保、大病保险、医疗救助三重梯次减负的医疗保障制度，坚持以精神慰藉为重点、项目示范为引领、阵地服务为基础、队伍建设为保障的工作思路，开展精准帮扶，做到“失独不失靠、失独不失爱、失独不失群”，不断增强失独老年人获得感、幸福感、安全感。');

insert into funder (code, position, name_zh, name_en) values
('city-finance', 1, '市财政', 'City finance'),
('county-finance', 2, '县（市、区）财政', 'County finance'),
('city-fpa', 3, '市计生协会', 'City FPA'),
('county-fpa', 4, '县（市、区）计生协会', 'County FPA'),
('central', 5, '中央财政', 'Central finance'),
('all-levels', 6, '各级财政', 'Finance of all levels');

insert into program (code, position, name_zh, name_en, beneficiary, cadence, start, needs_adoption, funders, offer_zh, offer_en, when_zh, when_en, help_zh, help_en, clause_id) values
('nursing-subsidy', 10, '完全失能老年人护理补贴', 'Nursing subsidy for completely dependent elders', 'PERSON', 'MONTHLY', 'PERIODIC', false, '{county-finance}', '每人每月200元', '200 yuan per person and month', null, null, '家庭医生上门、居家护理服务', 'Visits by the family doctor, nursing at home', 3),
('residential-care', 20, '养老机构入住补贴', 'Subsidy for living in a care institution', 'PERSON', 'MONTHLY', 'PERIODIC', true, '{county-finance}', '每人每月200元至1000元，按生活自理情况', '200 to 1,000 yuan per person and month, by dependency', null, null, '普惠养老服务、居家服务', 'Eldercare open to everyone over 60, services at home', 3),
('special-assistance', 30, '特别扶助金', 'Special assistance', 'PERSON', 'MONTHLY', 'PERIODIC', false, '{all-levels}', '标准待补', 'Rates to be supplied', null, null, '春节慰问、临时救助', 'Spring Festival grant, temporary aid', null),
('spring-festival', 40, '春节慰问金', 'Spring Festival grant', 'FAMILY', 'YEARLY', 'PERIODIC', false, '{city-fpa}', '每户每年1000元', '1,000 yuan per family and year', null, null, '节日上门慰问不看条件，照常安排', 'The festival visit takes place in any case', 1),
('care-group-fund', 50, '关爱小组活动经费', 'Care Group activity fund', 'CARE_GROUP', 'YEARLY', 'PERIODIC', false, '{city-finance}', '每个关爱小组每年1000元', '1,000 yuan per Care Group and year', null, null, '先把小组人员配齐', 'Fill the seats of the group first', 4),
('medical-aid', 60, '医疗救助', 'Medical aid', 'PERSON', 'EVENT', 'EVENT', false, '{all-levels}', '同重度残疾人、低保户的救助标准；代缴居民医保', 'Same standard as severe disability and low income; insurance premium paid', '住院或患重大疾病、特殊病种时办理', 'At a hospital stay, serious illness or special outpatient disease', '二次救助、临时救助、慈善救助', 'Secondary, temporary and charity aid', 2),
('bereavement-grant', 70, '一次性抚慰金', 'Bereavement grant', 'CHILD', 'ONCE', 'EVENT', false, '{city-fpa,county-fpa}', '1万至5万元，各县（市、区）不等', '10,000 to 50,000 yuan, by county', '新发生时办理，每个孩子一次', 'After a new loss, once per child', '第一时间上门关怀', 'A first visit at once', 1),
('emergency-relief', 80, '紧急救助', 'Emergency relief', 'PERSON', 'EVENT', 'EVENT', false, '{city-fpa,county-fpa}', '按实际情况核定', 'Decided case by case', '遭遇重大病灾时办理', 'At serious illness or disaster', '临时救助、慈善救助', 'Temporary and charity aid', 1),
('concentrated-care', 90, '经济困难完全失能老年人集中照护', 'Concentrated care for completely dependent elders in hardship', 'PERSON', 'MONTHLY', 'APPLICATION', false, '{central}', '入住机构集中照护，按名额', 'Care in an institution, by quota', '本人自愿入住时申请', 'On application, with the person''s consent', '完全失能老年人护理补贴', 'Nursing subsidy', 3),
('hardship-admission', 100, '特困老年人入住', 'Admission of elders in extreme hardship', 'PERSON', 'SERVICE', 'APPLICATION', false, '{county-finance}', '有意愿的特困老年人，应住尽住', 'Every willing elder in extreme hardship is admitted', '本人有意愿时申请', 'When the person wishes it', '普惠养老服务', 'Eldercare open to everyone over 60', 3),
('prenatal-check', 110, '孕期检查补助', 'Prenatal check grant', 'FAMILY', 'ONCE', 'APPLICATION', false, '{city-finance}', '一次性4000元', '4,000 yuan once', '家庭提出需要时申请', 'When the family asks', '指定医院优先诊疗', 'Priority at the two designated hospitals', 2),
('assisted-reproduction', 120, '人类辅助生殖补助', 'Assisted reproduction grant', 'FAMILY', 'ONCE', 'APPLICATION', false, '{city-finance}', '一次性2000元', '2,000 yuan once', '家庭提出需要时申请', 'When the family asks', '指定医院优先诊疗', 'Priority at the two designated hospitals', 2),
('ivf-et', 130, '体外受精-胚胎移植补助', 'IVF and embryo transfer grant', 'FAMILY', 'ONCE', 'APPLICATION', false, '{city-finance,county-finance}', '市县两级分别一次性2万元', '20,000 yuan once from each of city and county', '家庭提出需要时申请', 'When the family asks', '指定医院优先诊疗', 'Priority at the two designated hospitals', 2);

insert into policy_reading (code, position, program_code, text_zh, text_en) values
('rounding', 10, null, '金额四舍五入到分。', 'Amounts round half up to the fen.'),
('grade-to-tier', 20, null, '能力等级对应生活自理情况：能力完好为自理，轻度、中度失能为半失能，重度、完全失能为失能。', 'Ability grades count as tiers: intact is self-care, mild and moderate are partly, severe and complete are fully dependent.'),
('reported-tier', 30, null, '没有能力评估时，生活自理情况按花名册自报的档次；“完全失能”只认评估等级，自报档次不算。', 'Without an assessment the reported tier counts as the tier; "completely dependent" is the assessed grade alone.'),
('first-of-period', 40, null, '按月、按年发放的项目，发放时以当期第一天的事实为准；页面按所选日期判定。', 'For payment the facts of the first day of the period count; pages decide for the day chosen.'),
('fifteen-days', 50, 'residential-care', '当月住满15天才计一个月。', 'A month counts with at least 15 days of residence.'),
('residential-monthly', 60, 'residential-care', '出处没有写发放周期，按月理解。', 'The source does not state the period; read as monthly.'),
('residential-order', 70, 'residential-care', '三档金额按自理、半失能、失能由低到高对应，出处只写“按生活自理情况”。', 'The three amounts rise with dependency; the source only says "by self-care".'),
('nursing-monthly', 80, 'nursing-subsidy', '出处没有写发放周期，按月理解。', 'The source does not state the period; read as monthly.'),
('bereavement-split', 90, 'bereavement-grant', '市、县两级协会怎样分担，出处没有写。', 'How city and county share it, the source does not state.'),
('emergency-cap', 100, 'emergency-relief', '按个案核定，写明理由，并设上限。', 'Case by case, with a reason and a cap.'),
('ivf-separately', 110, 'ivf-et', '“市县两级分别”理解为各出2万元，合计4万元。', '"Separately by city and county" is read as 20,000 each, 40,000 in all.'),
('concentrated-conditions', 120, 'concentrated-care', '60周岁以上、经济困难、完全失能、自愿入住机构；名额和资金由配置决定。', 'Aged 60 and over, in hardship, completely dependent, willing; quota in heads and money is configuration.'),
('filing-county', 130, null, '待遇跟随户籍所在县（市、区），关爱跟随居住地。', 'Money follows the county of filing, care follows where people live.');

insert into tier_reading (grade, tier) values
('intact', 'self-care'), ('mild', 'partly'), ('moderate', 'partly'), ('severe', 'fully'), ('complete', 'fully');

-- 春节慰问金: 1,000 per family and year from the city FPA, 一（一）
insert into rule_version (id, program_code, jurisdiction, number, valid, valid_assumption_zh, valid_assumption_en, source_clause_id, source_quote) values
(1, 'spring-festival', '350500000000/', 1, '[2025-01-01,)', '出处没有写生效日期，暂按答复当年1月1日起。', 'The source states no date of effect; taken from 1 January of the year of the Reply.', 1, '市计生协会每年开展春节慰问活动，向全市失独家庭送去每户1000元慰问金');
insert into rule_input (rule_id, position, fact) values
(1, 1, 'family_confirmed'), (1, 2, 'living_members');
insert into rule_row (rule_id, position, outcome, reason_zh, reason_en) values
(1, 1, 'ELIGIBLE', null, null);
insert into rule_cell (rule_id, row, input, test, assumption_zh, assumption_en) values
(1, 1, 1, 'true', '“失独家庭”理解为已经确认的计生特殊家庭。', 'Read as: a confirmed family.'),
(1, 1, 2, '>= 1', '还有父母在世才发放。', 'Paid while a parent is alive.');
insert into rule_amount (rule_id, row, funder, expression, assumption_zh, assumption_en) values
(1, 1, 'city-fpa', '1000', null, null);
update rule_version set status = 'PUBLISHED', published_at = '2025-01-01 00:00:00+08', published_by = 'reference data' where id = 1;

-- 养老机构入住补贴: low-income 500/750/1,000; 60 and over, not low-income 200/400/600, 一（三）
insert into rule_version (id, program_code, jurisdiction, number, valid, valid_assumption_zh, valid_assumption_en, source_clause_id, source_quote) values
(2, 'residential-care', '350500000000/', 1, '[2025-01-01,)', '出处没有写生效日期，暂按答复当年1月1日起。', 'The source states no date of effect; taken from 1 January of the year of the Reply.', 3, '属于低保对象的，按生活自理情况，分别补贴500元、750元、1000元；60岁以上不属于低保对象的，按生活自理情况，分别补贴200元、400元、600元');
insert into rule_input (rule_id, position, fact) values
(2, 1, 'alive'), (2, 2, 'age'), (2, 3, 'hukou_local'), (2, 4, 'in_institution'), (2, 5, 'livelihood'), (2, 6, 'dependency_tier');
insert into rule_row (rule_id, position, outcome, reason_zh, reason_en) values
(2, 1, 'NOT_ELIGIBLE', '特困人员由特困供养保障，不重复补贴', 'People in extreme hardship are supported separately'),
(2, 2, 'ELIGIBLE', null, null),
(2, 3, 'ELIGIBLE', null, null),
(2, 4, 'ELIGIBLE', null, null),
(2, 5, 'ELIGIBLE', null, null),
(2, 6, 'ELIGIBLE', null, null),
(2, 7, 'ELIGIBLE', null, null);
insert into rule_cell (rule_id, row, input, test, assumption_zh, assumption_en) values
(2, 1, 1, '-', null, null),
(2, 1, 2, '-', null, null),
(2, 1, 3, '-', null, null),
(2, 1, 4, '-', null, null),
(2, 1, 5, '"extreme-hardship"', '特困人员另有供养，不在这项补贴里，是我们的理解。', 'Excluding extreme hardship is our reading.'),
(2, 1, 6, '-', null, null),
(2, 2, 1, 'true', null, null),
(2, 2, 2, '>= 60', '低保一类出处没有写年龄，同样按60周岁理解。', 'The source writes no age for low-income people; 60 is read for both.'),
(2, 2, 3, 'true', null, null),
(2, 2, 4, 'true', '“入住养老机构”以判定当天在住为准。', 'Living in the institution on the day decided.'),
(2, 2, 5, '"low-income"', null, null),
(2, 2, 6, '"self-care"', '金额随失能程度由低到高，是我们的理解。', 'That amounts rise with dependency is our reading.'),
(2, 3, 1, 'true', null, null),
(2, 3, 2, '>= 60', '低保一类出处没有写年龄，同样按60周岁理解。', 'The source writes no age for low-income people; 60 is read for both.'),
(2, 3, 3, 'true', null, null),
(2, 3, 4, 'true', '“入住养老机构”以判定当天在住为准。', 'Living in the institution on the day decided.'),
(2, 3, 5, '"low-income"', null, null),
(2, 3, 6, '"partly"', '金额随失能程度由低到高，是我们的理解。', 'That amounts rise with dependency is our reading.'),
(2, 4, 1, 'true', null, null),
(2, 4, 2, '>= 60', '低保一类出处没有写年龄，同样按60周岁理解。', 'The source writes no age for low-income people; 60 is read for both.'),
(2, 4, 3, 'true', null, null),
(2, 4, 4, 'true', '“入住养老机构”以判定当天在住为准。', 'Living in the institution on the day decided.'),
(2, 4, 5, '"low-income"', null, null),
(2, 4, 6, '"fully"', '金额随失能程度由低到高，是我们的理解。', 'That amounts rise with dependency is our reading.'),
(2, 5, 1, 'true', null, null),
(2, 5, 2, '>= 60', null, null),
(2, 5, 3, 'true', null, null),
(2, 5, 4, 'true', '“入住养老机构”以判定当天在住为准。', 'Living in the institution on the day decided.'),
(2, 5, 5, 'not("low-income", "extreme-hardship")', null, null),
(2, 5, 6, '"self-care"', '金额随失能程度由低到高，是我们的理解。', 'That amounts rise with dependency is our reading.'),
(2, 6, 1, 'true', null, null),
(2, 6, 2, '>= 60', null, null),
(2, 6, 3, 'true', null, null),
(2, 6, 4, 'true', '“入住养老机构”以判定当天在住为准。', 'Living in the institution on the day decided.'),
(2, 6, 5, 'not("low-income", "extreme-hardship")', null, null),
(2, 6, 6, '"partly"', '金额随失能程度由低到高，是我们的理解。', 'That amounts rise with dependency is our reading.'),
(2, 7, 1, 'true', null, null),
(2, 7, 2, '>= 60', null, null),
(2, 7, 3, 'true', null, null),
(2, 7, 4, 'true', '“入住养老机构”以判定当天在住为准。', 'Living in the institution on the day decided.'),
(2, 7, 5, 'not("low-income", "extreme-hardship")', null, null),
(2, 7, 6, '"fully"', '金额随失能程度由低到高，是我们的理解。', 'That amounts rise with dependency is our reading.');
insert into rule_amount (rule_id, row, funder, expression, assumption_zh, assumption_en) values
(2, 2, 'county-finance', '500', '出资方出处没有写，按县级财政理解。', 'The source names no funder; read as county finance.'),
(2, 3, 'county-finance', '750', '出资方出处没有写，按县级财政理解。', 'The source names no funder; read as county finance.'),
(2, 4, 'county-finance', '1000', '出资方出处没有写，按县级财政理解。', 'The source names no funder; read as county finance.'),
(2, 5, 'county-finance', '200', '出资方出处没有写，按县级财政理解。', 'The source names no funder; read as county finance.'),
(2, 6, 'county-finance', '400', '出资方出处没有写，按县级财政理解。', 'The source names no funder; read as county finance.'),
(2, 7, 'county-finance', '600', '出资方出处没有写，按县级财政理解。', 'The source names no funder; read as county finance.');
update rule_version set status = 'PUBLISHED', published_at = '2025-01-01 00:00:00+08', published_by = 'reference data' where id = 2;

-- 完全失能老年人护理补贴: low-income or special family, completely dependent, 一（三）
insert into rule_version (id, program_code, jurisdiction, number, valid, valid_assumption_zh, valid_assumption_en, source_clause_id, source_quote) values
(3, 'nursing-subsidy', '350500000000/', 1, '[2025-01-01,)', '出处没有写生效日期，暂按答复当年1月1日起。', 'The source states no date of effect; taken from 1 January of the year of the Reply.', 3, '各县（市、区）均出台低保、计生特殊家庭完全失能老年人护理补贴政策。');
insert into rule_input (rule_id, position, fact) values
(3, 1, 'alive'), (3, 2, 'age'), (3, 3, 'hukou_local'), (3, 4, 'family_confirmed'), (3, 5, 'livelihood'), (3, 6, 'ability_grade'), (3, 7, 'in_concentrated_care');
insert into rule_row (rule_id, position, outcome, reason_zh, reason_en) values
(3, 1, 'ELIGIBLE', null, null),
(3, 2, 'ELIGIBLE', null, null);
insert into rule_cell (rule_id, row, input, test, assumption_zh, assumption_en) values
(3, 1, 1, 'true', null, null),
(3, 1, 2, '>= 60', '“老年人”理解为60周岁以上。', '"Elderly" is read as 60 and over.'),
(3, 1, 3, 'true', '按本地户籍理解。', 'Read as local hukou.'),
(3, 1, 4, 'true', null, null),
(3, 1, 5, '-', null, null),
(3, 1, 6, '"complete"', '“完全失能”只认评估等级，自报档次不算。', 'The assessed grade alone, not a reported tier.'),
(3, 1, 7, 'false', '与集中照护不重复享受，是我们的理解。', 'Not together with concentrated care: our reading.'),
(3, 2, 1, 'true', null, null),
(3, 2, 2, '>= 60', '“老年人”理解为60周岁以上。', '"Elderly" is read as 60 and over.'),
(3, 2, 3, 'true', '按本地户籍理解。', 'Read as local hukou.'),
(3, 2, 4, '-', null, null),
(3, 2, 5, '"low-income"', null, null),
(3, 2, 6, '"complete"', '“完全失能”只认评估等级，自报档次不算。', 'The assessed grade alone, not a reported tier.'),
(3, 2, 7, 'false', '与集中照护不重复享受，是我们的理解。', 'Not together with concentrated care: our reading.');
insert into rule_amount (rule_id, row, funder, expression, assumption_zh, assumption_en) values
(3, 1, 'county-finance', '200', '出处没有写金额和出资方，200元、县级财政是我们的假定。', 'The source states no amount and no funder; 200 from county finance is our assumption.'),
(3, 2, 'county-finance', '200', '出处没有写金额和出资方，200元、县级财政是我们的假定。', 'The source states no amount and no funder; 200 from county finance is our assumption.');
update rule_version set status = 'PUBLISHED', published_at = '2025-01-01 00:00:00+08', published_by = 'reference data' where id = 3;

-- 关爱小组活动经费: 1,000 per group and year from the city finance, 一（四）
insert into rule_version (id, program_code, jurisdiction, number, valid, valid_assumption_zh, valid_assumption_en, source_clause_id, source_quote) values
(4, 'care-group-fund', '350500000000/', 1, '[2025-01-01,)', '出处没有写生效日期，暂按答复当年1月1日起。', 'The source states no date of effect; taken from 1 January of the year of the Reply.', 4, '每个“关爱小组”挂钩一户失独家庭，市财政给予每个“关爱小组”每年1000元帮扶活动专项经费');
insert into rule_input (rule_id, position, fact) values
(4, 1, 'family_confirmed'), (4, 2, 'group_established'), (4, 3, 'statutory_seats');
insert into rule_row (rule_id, position, outcome, reason_zh, reason_en) values
(4, 1, 'ELIGIBLE', null, null);
insert into rule_cell (rule_id, row, input, test, assumption_zh, assumption_en) values
(4, 1, 1, 'true', '挂钩的家庭已经确认。', 'The family is confirmed.'),
(4, 1, 2, 'true', null, null),
(4, 1, 3, '>= 4', '四个席位配齐才算建立，是我们的理解。', 'All four seats filled: our reading.');
insert into rule_amount (rule_id, row, funder, expression, assumption_zh, assumption_en) values
(4, 1, 'city-finance', '1000', null, null);
update rule_version set status = 'PUBLISHED', published_at = '2025-01-01 00:00:00+08', published_by = 'reference data' where id = 4;

-- 特别扶助金 is not in the Reply: conditions and rates are assumptions, so it ships as a draft and decides nothing.
insert into rule_version (id, program_code, jurisdiction, number, valid, valid_assumption_zh, valid_assumption_en, source_clause_id, source_quote) values
(5, 'special-assistance', '350500000000/', 1, '[2025-01-01,)', '出处没有写生效日期，暂按答复当年1月1日起。', 'The source states no date of effect; taken from 1 January of the year of the Reply.', null, null);
insert into rule_input (rule_id, position, fact) values
(5, 1, 'alive'), (5, 2, 'age'), (5, 3, 'family_confirmed');
insert into rule_row (rule_id, position, outcome, reason_zh, reason_en) values
(5, 1, 'ELIGIBLE', null, null),
(5, 2, 'ELIGIBLE', null, null);
insert into rule_cell (rule_id, row, input, test, assumption_zh, assumption_en) values
(5, 1, 1, 'true', null, null),
(5, 1, 2, '>= 60', '年龄线49、60周岁，待核。', 'Age lines 49 and 60, to be verified.'),
(5, 1, 3, 'true', null, null),
(5, 2, 1, 'true', null, null),
(5, 2, 2, '[49..60)', '年龄线49、60周岁，待核。', 'Age lines 49 and 60, to be verified.'),
(5, 2, 3, 'true', null, null);
insert into rule_amount (rule_id, row, funder, expression, assumption_zh, assumption_en) values
(5, 1, 'all-levels', '0', '标准不在答复里，待补。', 'Not in the Reply; the rate is to be supplied.'),
(5, 2, 'all-levels', '0', '标准不在答复里，待补。', 'Not in the Reply; the rate is to be supplied.');
