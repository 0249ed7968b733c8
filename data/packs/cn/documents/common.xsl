<?xml version="1.0" encoding="UTF-8"?>
<!-- 各份文书共用的段落。文字未经律师审核。
     每一段有一个 id；<field path="…" as="…"/> 是事实，没有这项事实时草稿上留空位，正式文书出不来。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fw="urn:fairwell:functions:1"
                xmlns="urn:fairwell:blocks:1" exclude-result-prefixes="fw">
  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <!-- 法律不准走的路，正式文书出不来；律师放行的，判断里已经不是“挡住”。材料没齐不在这里管。 -->
  <xsl:template name="bars">
    <xsl:for-each select="assessment/finding[@severity='block'][starts-with(@id, 'cn.42-') or starts-with(@id, 'cn.45') or starts-with(@id, 'cn.occupational-disease-')
        or starts-with(@id, 'cn.injury-reg-') or starts-with(@id, 'cn.union-law-') or starts-with(@id, 'cn.collective-contract-')
        or starts-with(@id, 'cn.work-safety-') or starts-with(@id, 'cn.14-2-') or starts-with(@id, 'cn.interp-2-1') or starts-with(@id, 'cn.reg-')
        or starts-with(@id, 'cn.65') or starts-with(@id, 'applies.') or starts-with(@id, 'kind.') or starts-with(@id, 'procedure.layoff.')
        or @id='cn.19' or @id='cn.19-2' or @id='cn.21' or @id='cn.34' or @id='cn.41' or @id='cn.69' or @id='cn.order-56' or @id='cn.order-56.age'
        or @id='cn.2.regime' or @id='cn.71.regime' or @id='cn.36.proposer' or @id='cn.36.personal-reasons' or @id='cn.37.own-will'
        or @id='cn.39-1.in-probation' or @id='cn.39-5.private' or @id='cn.39-6.final' or @id='cn.40-1.over' or @id='cn.40-1.no-post'
        or @id='cn.44-1.over' or @id='cn.44-2.begun' or @id='cn.46-5.renews' or @id='cn.dates.back-dated']">
      <bar id="{@id}" zh="{@zh}" en="{@en}"/>
    </xsl:for-each>
  </xsl:template>

  <!-- 解除还是终止：到期、退休、依法终止的，不写解除。 -->
  <xsl:template name="ending"><xsl:choose>
      <xsl:when test="departure/@kind='expiry' or departure/@kind='retirement' or starts-with(departure/@ground, 'cn.44') or starts-with(departure/@ground, 'cn.r') or departure/@ground='cn.task' or departure/@ground='cn.71' or departure/@ground='cn.overage'">终止</xsl:when>
      <xsl:otherwise>解除</xsl:otherwise>
    </xsl:choose></xsl:template>

  <!-- 编号：批准时由程序编定；没有编号的不印这一行。 -->
  <xsl:template name="number">
    <xsl:if test="case/document/@number or case/@number">
      <number id="number">编号：<xsl:choose>
          <xsl:when test="case/document/@number"><field path="case/document/@number"/></xsl:when>
          <xsl:otherwise><field path="case/@number"/></xsl:otherwise>
        </xsl:choose></number>
    </xsl:if>
  </xsl:template>

  <xsl:template name="addressee">
    <address id="addressee"><field path="employee/@name" as="name"/><field path="employee/@sex" as="title"/>：</address>
  </xsl:template>

  <!-- 本人是谁、签的什么合同。 -->
  <xsl:template name="who">
    <p id="who">您于<field path="employee/employment/@hired" as="date"/>入职<field path="company/@name"/>（以下称公司），<xsl:call-template
      name="post"/>，身份证件号码为<field path="employee/@identity"/><xsl:if test="employee/@number">，员工编号为<field
      path="employee/@number"/></xsl:if>。<xsl:call-template name="contract"/></p>
  </xsl:template>

  <xsl:template name="post">现任<xsl:if test="employee/employment/@department"><field path="employee/employment/@department"/></xsl:if><field path="employee/employment/@position"/></xsl:template>

  <xsl:template name="contract">
    <xsl:variable name="employment" select="employee/employment"/>
    <xsl:choose>
      <xsl:when test="$employment/@written-contract='false'">双方尚未订立书面劳动合同。</xsl:when>
      <xsl:when test="$employment/@contract='fixed-term'">双方现行劳动合同为固定期限劳动合同，期限自<field
        path="employee/employment/@contract-start" as="date"/>起至<field path="employee/employment/@contract-end" as="date"/>止。</xsl:when>
      <xsl:when test="$employment/@contract='open-ended'">双方现行劳动合同为无固定期限劳动合同<xsl:if
        test="$employment/@contract-start">，自<field path="employee/employment/@contract-start" as="date"/>起履行</xsl:if>。</xsl:when>
      <xsl:when test="$employment/@contract='task'">双方现行劳动合同为以完成一定工作任务为期限的劳动合同。</xsl:when>
      <xsl:when test="$employment/@contract='part-time'">双方订立的是非全日制用工劳动合同。</xsl:when>
      <xsl:when test="$employment/@contract">双方劳动合同现正履行。</xsl:when>
      <xsl:otherwise>双方现行劳动合同为<field path="employee/employment/@contract"/>劳动合同。</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- 合同期限，用在表格里。 -->
  <xsl:template name="term">
    <xsl:variable name="employment" select="employee/employment"/>
    <xsl:choose>
      <xsl:when test="$employment/@written-contract='false' and not($employment/@contract-start)">未订立书面劳动合同</xsl:when>
      <xsl:when test="$employment/@contract='fixed-term'">固定期限，自<field path="employee/employment/@contract-start" as="date"/>起至<field
        path="employee/employment/@contract-end" as="date"/>止</xsl:when>
      <xsl:when test="$employment/@contract='open-ended'">无固定期限<xsl:if test="$employment/@contract-start">，自<field
        path="employee/employment/@contract-start" as="date"/>起</xsl:if></xsl:when>
      <xsl:when test="$employment/@contract='task'">以完成一定工作任务为期限<xsl:if test="$employment/@contract-start">，自<field
        path="employee/employment/@contract-start" as="date"/>起</xsl:if></xsl:when>
      <xsl:when test="$employment/@contract='part-time'">非全日制用工</xsl:when>
      <xsl:when test="$employment/@contract='over-age'">超龄用工协议</xsl:when>
      <xsl:when test="$employment/@contract='dispatch'">劳务派遣</xsl:when>
      <xsl:otherwise><field path="employee/employment/@contract"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- 通知工会：没有说清有没有工会时，按有工会处理。 -->
  <xsl:template name="union">
    <xsl:variable name="union" select="company/union"/>
    <xsl:choose>
      <xsl:when test="not($union/@exists='false')">
        <p id="union">作出本决定前，公司已于<field path="company/union/@notified" as="date"/>将解除理由书面通知<xsl:call-template name="union-name"/>。<xsl:choose>
            <xsl:when test="$union/@opinion='object'">工会<xsl:if test="$union/@replied">于<field path="company/union/@replied" as="date"/></xsl:if>提出书面意见，公司已认真研究，并于<field path="company/union/@answered" as="date"/>将处理结果书面通知工会。</xsl:when>
            <xsl:when test="$union/@opinion='none'">在公司请工会答复的期限<xsl:if test="$union/@reply-by">（<field
              path="company/union/@reply-by" as="date"/>）</xsl:if>内，工会未提出不同意见。</xsl:when>
            <xsl:when test="$union/@replied">工会已于<field path="company/union/@replied" as="date"/>书面回复，公司研究了工会的意见。</xsl:when>
          </xsl:choose></p>
      </xsl:when>
      <xsl:when test="($union/@no-union-body and $union/@notified) or setting[@id='no-union-notice']/@value='local-union'">
        <p id="union">公司尚未建立工会。作出本决定前，公司已于<field path="company/union/@notified" as="date"/>将解除理由书面告知<field
          path="company/union/@no-union-body"/>，并听取其意见。</p>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="union-name">
    <xsl:choose>
      <xsl:when test="company/union/@name"><field path="company/union/@name"/></xsl:when>
      <xsl:otherwise>公司工会</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- 提前三十日通知，或者额外支付一个月工资：二者只印其一。 -->
  <xsl:template name="notice">
    <xsl:variable name="notice" select="assessment/notice"/>
    <xsl:choose>
      <xsl:when test="$notice/@pay_in_lieu > 0">
        <p id="notice">公司额外支付您一个月工资<field path="assessment/notice/@pay_in_lieu" as="money"/>元（大写：人民币<field
          path="assessment/notice/@pay_in_lieu" as="upper"/>）后解除，该款按您<xsl:choose>
            <xsl:when test="setting[@id='plus-one-base']/@value='average'">前十二个月的平均工资</xsl:when>
            <xsl:otherwise>上一个月的工资标准</xsl:otherwise>
          </xsl:choose>确定。</p>
      </xsl:when>
      <xsl:when test="departure/@notice-days-given >= 30 or $notice/@given >= 30">
        <p id="notice">公司以本通知书提前三十日书面通知您。劳动合同解除前，您仍是公司员工，岗位、工资和社会保险照常。</p>
      </xsl:when>
      <xsl:otherwise>
        <p id="notice">公司已提前<field path="departure/@notice-days-given" as="number"/>日书面通知您。</p>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- 工资在解除、终止时一次付清：付款日期在那以后的，只管经济补偿。 -->
  <xsl:template name="wages">
    <item id="wages"><strong>工资结算。</strong>公司于<xsl:choose>
        <xsl:when test="number(translate(case/@pay-date, '-', '')) &lt;= number(translate(departure/@last-day, '-', ''))"><field path="case/@pay-date" as="date"/></xsl:when>
        <xsl:otherwise>劳动合同<xsl:call-template name="ending"/>之日</xsl:otherwise>
      </xsl:choose>一次性付清您截至<field path="departure/@last-day" as="date"/>的全部劳动报酬，明细见所附《离职结算单》。工资的支付不以办理任何手续为条件。</item>
  </xsl:template>

  <!-- 经济补偿的算式。平均工资除不尽的，列到分的基数乘不出总数，要说明。 -->
  <xsl:template name="formula">
    <xsl:choose>
      <xsl:when test="count(assessment/severance/segment) > 1">分段计算后合计<field path="assessment/severance/@amount" as="money"/>元</xsl:when>
      <xsl:otherwise><field path="assessment/severance/@base" as="money"/>元×<field
        path="assessment/severance/@months" as="months"/>＝<field path="assessment/severance/@amount" as="money"/>元<xsl:call-template
        name="unrounded"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- 列到分的基数乘月数与金额差了一分以上的。 -->
  <xsl:template name="unrounded">
    <xsl:variable name="severance" select="assessment/severance"/>
    <xsl:variable name="difference" select="$severance/@base * $severance/@months - $severance/@amount"/>
    <xsl:if test="$difference > 0.005 or $difference &lt; -0.005">（平均工资除不尽，按未取整的数相乘后四舍五入到分）</xsl:if>
  </xsl:template>

  <xsl:template name="severance">
    <xsl:variable name="severance" select="assessment/severance"/>
    <xsl:choose>
      <xsl:when test="$severance/@due='false'">
        <item id="severance"><strong>经济补偿。</strong>本次<xsl:call-template name="ending"/>依法不涉及经济补偿。您应休未休的年休假等其他应得款项，仍按法律规定计付，见《离职结算单》。</item>
      </xsl:when>
      <xsl:otherwise>
        <item id="severance"><strong>经济补偿。</strong>您的工作年限自<field path="employee/employment/@hired" as="date"/>起计算至<field
          path="departure/@last-day" as="date"/><xsl:if test="employee/employment/@prior-service-months > 0 and not(employee/employment/@prior-severance-paid='true')">，并依法合并计算此前在关联单位的工作年限<field
          path="employee/employment/@prior-service-months" as="number"/>个月</xsl:if>，折合<field path="assessment/severance/@months"
          as="months"/>个月<xsl:if test="$severance/@average">；劳动合同<xsl:call-template name="ending"/>前十二个月平均应得工资为<field
          path="assessment/severance/@average" as="money"/>元</xsl:if><xsl:choose>
            <xsl:when test="$severance/@capped='true'">，高于本地区上年度职工月平均工资<field
              path="local/@average-monthly-wage" as="money"/>元的三倍，依法以其三倍为计发基数，计发年限最高不超过十二年</xsl:when>
            <xsl:when test="$severance/@floored='true'">，低于当地最低工资标准，依法以最低工资标准为计发基数</xsl:when>
          </xsl:choose>。依照《中华人民共和国劳动合同法》第四十六条、第四十七条，经济补偿为<xsl:call-template name="formula"/>（大写：人民币<field
          path="assessment/severance/@amount" as="upper"/>）<xsl:if test="count($severance/segment) > 1">，分段计算过程见附件</xsl:if>，在您办结工作交接时支付<xsl:if test="case/@pay-date">，至迟不晚于<field path="case/@pay-date" as="date"/></xsl:if>。</item>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- 医疗补助费，当地要付的才印。 -->
  <xsl:template name="medical-subsidy">
    <xsl:if test="assessment/other[@id='medical-subsidy']/@amount > 0">
      <item id="medical-subsidy"><strong>医疗补助费。</strong>公司另行支付医疗补助费<field path="assessment/other[@id='medical-subsidy']/@amount" as="money"/>元（大写：人民币<field
        path="assessment/other[@id='medical-subsidy']/@amount" as="upper"/>），与经济补偿同时支付。</item>
    </xsl:if>
  </xsl:template>

  <xsl:template name="handover">
    <item id="handover"><strong>工作交接。</strong>请您于<field path="case/@handover-date" as="date"/>前在<field
      path="case/@handover-place"/>与<xsl:choose>
        <xsl:when test="case/@receiver"><field path="case/@receiver" as="name"/></xsl:when>
        <xsl:when test="employee/employment/@handover-to"><field path="employee/employment/@handover-to" as="name"/></xsl:when>
        <xsl:otherwise>公司指定的接收人</xsl:otherwise>
      </xsl:choose>办理工作交接，清单随附。接收人会全程配合；交接中确有困难的，请与人力资源部联系。</item>
  </xsl:template>

  <xsl:template name="certificate">
    <item id="certificate"><strong>证明和转移手续。</strong>公司于<field path="departure/@last-day"
      as="date"/>当日向您出具《<xsl:call-template name="ending"/>劳动合同证明》，证明书不记载<xsl:call-template name="ending"/>原因，并在十五日内为您办理档案和社会保险关系转移手续。<xsl:if
      test="departure/@social-insurance-month">社会保险费缴至<field path="departure/@social-insurance-month" as="month"/><xsl:if
      test="departure/@housing-fund-month">，住房公积金缴至<field path="departure/@housing-fund-month" as="month"/></xsl:if>。</xsl:if><xsl:if test="not(departure/@kind='retirement' or departure/@ground='cn.r21' or departure/@ground='cn.44-2' or departure/@ground='cn.71' or departure/@ground='cn.overage')">您符合法定条件的，可以凭证明和身份证件办理失业登记，申领失业保险待遇。</xsl:if></item>
  </xsl:template>

  <xsl:template name="noncompete">
    <xsl:choose>
      <xsl:when test="case/agreement/@noncompete='enforce' or (case/noncompete and not(case/agreement/@noncompete))">
        <item id="noncompete"><strong>竞业限制。</strong>双方所签竞业限制约定的履行安排，见随附《竞业限制履行通知书》。</item>
      </xsl:when>
      <xsl:when test="case/agreement/@noncompete='waive'">
        <item id="noncompete"><strong>竞业限制。</strong>公司自<field path="departure/@last-day"
          as="date"/>起不要求您履行竞业限制义务，您可以自由择业；依法保守商业秘密的义务不受影响。</item>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- 特别保护的情形怎么称呼；只称情形，不写诊断。 -->
  <xsl:template name="protection-name">
    <xsl:choose>
      <xsl:when test="@kind='pregnancy'">孕期</xsl:when>
      <xsl:when test="@kind='maternity'">产期</xsl:when>
      <xsl:when test="@kind='nursing'">哺乳期</xsl:when>
      <xsl:when test="@kind='medical-period'">规定的医疗期</xsl:when>
      <xsl:when test="@kind='work-injury' or @kind='paid-injury-leave'">工伤及停工留薪期</xsl:when>
      <xsl:when test="@kind='occupational-disease' or @kind='suspected-occupational-disease'">职业病或者职业病诊断、医学观察期间</xsl:when>
      <xsl:when test="@title"><xsl:value-of select="@title"/></xsl:when>
      <xsl:otherwise>法律规定的其他情形</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="contact"><xsl:if test="company/@hr-contact">（联系人：<field path="company/@hr-contact" as="name"/><xsl:if
    test="company/@hr-phone">，电话：<field path="company/@hr-phone"/></xsl:if>）</xsl:if></xsl:template>

  <xsl:template name="remedy">
    <item id="remedy"><strong>不同意见。</strong>您对本决定有不同意见的，可以向人力资源部<xsl:call-template name="contact"/>书面提出<xsl:if
      test="not(company/union/@exists='false')">，也可以向<xsl:call-template name="union-name"/>反映</xsl:if>，公司在收到后五个工作日内书面答复。您也有权依法向有管辖权的劳动人事争议仲裁委员会申请仲裁；仲裁时效为一年，自您知道或者应当知道权利被侵害之日起计算。</item>
  </xsl:template>

  <!-- 落款：单位全称和日期。 -->
  <xsl:template name="company-sign">
    <sign id="sign" kind="company">
      <xsl:if test="case/@signatory"><row><cell>签发人：<field path="case/@signatory" as="name"/></cell></row></xsl:if>
      <row><cell><field path="company/@name"/></cell></row>
      <row><cell><xsl:call-template name="dated"/></cell></row>
    </sign>
  </xsl:template>

  <xsl:template name="dated">
    <xsl:choose>
      <xsl:when test="case/document/@date"><field path="case/document/@date" as="date"/></xsl:when>
      <xsl:otherwise><field path="@as-of" as="date"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- 回执：只表示收到。列了附件的文书，才说收到附件。 -->
  <xsl:template name="slip">
    <xsl:param name="title"/>
    <xsl:param name="annexes" select="false()"/>
    <slip id="slip">
      <row>
        <cell>回　执</cell>
        <xsl:choose>
          <xsl:when test="case/document/@number"><cell>编号：<field path="case/document/@number"/></cell></xsl:when>
          <xsl:when test="case/@number"><cell>编号：<field path="case/@number"/></cell></xsl:when>
        </xsl:choose>
      </row>
      <row><cell>本人已收到<field path="company/@name"/>出具的《<xsl:value-of select="$title"/>》<xsl:if test="$annexes">及所列附件</xsl:if>。签收仅表示收到，不表示同意其内容，不影响本人依法享有的权利。</cell></row>
      <row><cell>签收人：<blank size="9"/></cell><cell>签收时间：<blank size="3"/>年<blank size="2"/>月<blank size="2"/>日<blank size="2"/>时<blank size="2"/>分</cell></row>
      <row><cell>本人意见（可以不填）：<blank size="26"/></cell></row>
      <row><cell>送达人：<blank size="9"/></cell><cell>见证人：<blank size="9"/></cell></row>
    </slip>
  </xsl:template>
</xsl:stylesheet>
