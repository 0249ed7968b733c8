<?xml version="1.0" encoding="UTF-8"?>
<!-- 协商解除劳动合同协议书：公司提出（cn.36-er）和员工提出（cn.36-ee）两种。文字未经律师审核。
     条款编号由程序生成，文中用 <ref to="…"/> 引用，删去一条也不会错号。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:fairwell:blocks:1">
  <xsl:include href="common.xsl"/>

  <xsl:template match="/facts">
    <document style="agreement">
      <xsl:call-template name="bars"/>
      <title id="title">协商解除劳动合同协议书</title>
      <xsl:call-template name="number"/>
      <xsl:call-template name="parties"/>
      <xsl:choose>
        <xsl:when test="departure/@ground='cn.36-ee' or (not(departure/@ground) and departure/@proposer='employee')">
          <xsl:call-template name="by-employee"/>
        </xsl:when>
        <xsl:when test="departure/@ground='cn.36-er' or not(departure/@ground)">
          <xsl:call-template name="by-employer"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:message terminate="yes">协商解除协议书只用于协商解除，不用于“<xsl:value-of select="departure/@ground"/>”。</xsl:message>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:call-template name="tail"/>
      <xsl:call-template name="signatures"/>
    </document>
  </xsl:template>

  <xsl:template name="parties">
    <address id="employer">甲方（用人单位）：<field path="company/@name"/></address>
    <address id="employer-data">统一社会信用代码：<field path="company/@registration"/><xsl:if test="company/@address">　住所：<field path="company/@address"/></xsl:if></address>
    <address id="employee">乙方（劳动者）：<field path="employee/@name" as="name"/>　身份证件号码：<field path="employee/@identity"/></address>
    <address id="employee-data">岗位：<xsl:if test="employee/employment/@department"><field path="employee/employment/@department"/></xsl:if><field path="employee/employment/@position"/><xsl:if test="employee/@phone">　联系电话：<field path="employee/@phone"/></xsl:if><xsl:if test="employee/@address">　送达地址：<field path="employee/@address"/></xsl:if></address>
  </xsl:template>

  <xsl:template name="contract-between">乙方于<field path="employee/employment/@hired" as="date"/>入职甲方，<xsl:call-template name="contract"/></xsl:template>

  <!-- 公司提出：要写明由谁提出，付 N。 -->
  <xsl:template name="by-employer">
    <p id="preamble"><xsl:call-template name="contract-between"/>现由甲方<xsl:if test="case/agreement/@proposed-on">于<field
      path="case/agreement/@proposed-on" as="date"/></xsl:if>提出，经甲乙双方平等自愿、协商一致，依照《中华人民共和国劳动合同法》第三十六条、第四十六条第二项，就解除劳动合同订立本协议。</p>
    <xsl:call-template name="end"/>
    <item id="payments"><strong>经济补偿及其他款项。</strong>甲方向乙方支付：</item>
    <xsl:call-template name="payments"/>
    <p id="wages">乙方截至解除日的工资、奖金、未休年休假工资报酬和应报销的费用，另按《离职结算单》全额支付，不包含在上表内。</p>
    <item id="payment"><strong>支付。</strong>经济补偿在乙方办结工作交接时支付，至迟不晚于<field path="case/@pay-date" as="date"/>；工资等劳动报酬于解除日一次付清。款项汇入<xsl:choose>
        <xsl:when test="case/@pay-account">乙方下列账户：<field path="case/@pay-account"/></xsl:when>
        <xsl:otherwise>乙方领取工资的银行账户</xsl:otherwise>
      </xsl:choose>。甲方的支付义务不附加本协议以外的条件。</item>
    <item id="tax"><strong>税费。</strong>依法应由乙方缴纳的个人所得税，由甲方代扣代缴，代扣明细在《离职结算单》中列明<xsl:if
      test="case/agreement/@tax-borne-by='employer'">；甲方另行补足该部分税款，使乙方实得不少于本协议第<ref to="payments"/>条的合计金额</xsl:if>。</item>
    <item id="insurance"><strong>社会保险、档案和证明。</strong>社会保险费、住房公积金<xsl:choose>
        <xsl:when test="departure/@social-insurance-month">缴至<field path="departure/@social-insurance-month" as="month"/><xsl:if
          test="departure/@housing-fund-month and departure/@housing-fund-month != departure/@social-insurance-month">（住房公积金缴至<field
          path="departure/@housing-fund-month" as="month"/>）</xsl:if></xsl:when>
        <xsl:otherwise>缴至解除日所在月</xsl:otherwise>
      </xsl:choose>。甲方在解除日出具《解除劳动合同证明》，在解除日后十五日内为乙方办理档案和社会保险关系转移手续。因解除由甲方提出，乙方符合法定条件的，可以申领失业保险金，甲方予以协助。</item>
  </xsl:template>

  <!-- 员工提出：依法没有经济补偿；公司自愿另付的，写明性质和数额。 -->
  <xsl:template name="by-employee">
    <p id="preamble"><xsl:call-template name="contract-between"/>现由乙方于<field path="departure/@letter-date"
      as="date"/>以书面方式主动向甲方提出协商解除劳动合同（原件附后），甲方同意。甲乙双方经平等协商，依照《中华人民共和国劳动合同法》第三十六条，订立本协议。</p>
    <xsl:call-template name="end"/>
    <item id="payments"><strong>款项。</strong>因解除由乙方提出，依法不涉及经济补偿。<xsl:if
      test="assessment/other[@id='agreed-extra']/@amount > 0">甲方自愿一次性支付乙方<xsl:choose>
        <xsl:when test="case/agreement/@extra-nature"><field path="case/agreement/@extra-nature"/></xsl:when>
        <xsl:otherwise>离职补助</xsl:otherwise>
      </xsl:choose><field path="assessment/other[@id='agreed-extra']/@amount" as="money"/>元（大写：人民币<field path="assessment/other[@id='agreed-extra']/@amount"
      as="upper"/>），于<field path="case/@pay-date" as="date"/>前支付，依法应纳的个人所得税由甲方代扣代缴。</xsl:if></item>
    <item id="payment"><strong>劳动报酬。</strong>乙方截至解除日的工资、奖金、未休年休假工资报酬和应报销的费用，按《离职结算单》于解除日付清，不附加任何条件。</item>
    <item id="insurance"><strong>社会保险、档案和证明。</strong>甲方在解除日出具《解除劳动合同证明》，在解除日后十五日内为乙方办理档案和社会保险关系转移手续<xsl:if
      test="departure/@social-insurance-month">；社会保险费缴至<field path="departure/@social-insurance-month"
      as="month"/></xsl:if>。乙方知悉：失业保险金以非因本人意愿中断就业为条件，能否申领以经办机构核定为准。</item>
  </xsl:template>

  <xsl:template name="end">
    <item id="end"><strong>解除日期。</strong>双方劳动合同于<field path="departure/@last-day"
      as="date"/>（以下称解除日）解除。解除日之前双方继续履行劳动合同，乙方的岗位、工资、社会保险和各项福利照常。</item>
  </xsl:template>

  <!-- 每一笔写明性质、算法、金额。 -->
  <xsl:template name="payments">
    <xsl:variable name="extra" select="assessment/other[@id='agreed-extra']/@amount"/>
    <xsl:variable name="less" select="case/agreement/@amount &lt; assessment/severance/@amount"/>
    <table id="payments-table" columns="1c 3 6.5 3r" head="true" closed="true">
      <row><cell>序号</cell><cell>项目</cell><cell>计算方法</cell><cell>金额（元）</cell></row>
      <xsl:choose>
        <xsl:when test="$less">
          <row>
            <cell>1</cell><cell>经济补偿</cell><cell>双方协商确定</cell>
            <cell><field path="case/agreement/@amount" as="money"/></cell>
          </row>
        </xsl:when>
        <xsl:otherwise>
          <row>
            <cell>1</cell><cell>经济补偿</cell>
            <cell><xsl:call-template name="formula"/>；工作年限自<field path="employee/employment/@hired" as="date"/>至<field path="departure/@last-day" as="date"/></cell>
            <cell><field path="assessment/severance/@amount" as="money"/></cell>
          </row>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:if test="$extra > 0">
        <row>
          <cell>2</cell><cell><xsl:choose><xsl:when test="case/agreement/@extra-nature"><field path="case/agreement/@extra-nature"/></xsl:when><xsl:otherwise>协商另付</xsl:otherwise></xsl:choose></cell>
          <cell>双方协商确定</cell>
          <cell><field path="assessment/other[@id='agreed-extra']/@amount" as="money"/></cell>
        </row>
      </xsl:if>
      <row>
        <cell/><cell>合计</cell>
        <xsl:choose>
          <xsl:when test="$less">
            <cell>大写：人民币<field path="case/agreement/@amount" as="upper"/></cell>
            <cell>¥<field path="case/agreement/@amount" as="money"/></cell>
          </xsl:when>
          <xsl:otherwise>
            <cell>大写：人民币<field path="assessment/@total" as="upper"/></cell>
            <cell>¥<field path="assessment/@total" as="money"/></cell>
          </xsl:otherwise>
        </xsl:choose>
      </row>
    </table>
  </xsl:template>

  <!-- 金额以外谈妥的条件，一样一条；没说全的空着，填了才能定稿。 -->
  <xsl:template name="offers">
    <xsl:for-each select="assessment/offer">
      <item id="offer-{@id}"><strong><xsl:value-of select="@title"/>。</strong><xsl:choose>
        <xsl:when test="@clause"><xsl:value-of select="@clause"/></xsl:when>
        <xsl:otherwise><xsl:for-each select="open"><xsl:if test="position() > 1">，</xsl:if><field path="{@path}"/></xsl:for-each>。</xsl:otherwise>
      </xsl:choose></item>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="tail">
    <xsl:call-template name="offers"/>
    <item id="handover"><strong>工作交接。</strong>乙方于<field path="case/@handover-date" as="date"/>前<xsl:if
      test="case/@handover-place">在<field path="case/@handover-place"/></xsl:if>与<xsl:choose>
        <xsl:when test="case/@receiver"><field path="case/@receiver" as="name"/></xsl:when>
        <xsl:when test="employee/employment/@handover-to"><field path="employee/employment/@handover-to" as="name"/></xsl:when>
        <xsl:otherwise>甲方指定的接收人</xsl:otherwise>
      </xsl:choose>按附件清单办理交接；甲方应当及时接收并签字。</item>
    <item id="noncompete"><strong>竞业限制与保密。</strong><xsl:call-template name="noncompete-choice"/>双方对在履行劳动合同中知悉的对方商业秘密、个人信息依法保密，互不作有损对方名誉的不实陈述。</item>
    <item id="settled"><strong>结清的范围。</strong>双方确认：<xsl:choose>
        <xsl:when test="setting[@id='settlement-scope']/@value='known'">在上述款项足额支付后，双方就劳动合同履行和解除产生的、签约时已知的劳动报酬、加班工资、年休假工资报酬、奖金和经济补偿，再无其他争议。</xsl:when>
        <xsl:otherwise>就本协议列明的款项及《离职结算单》列明的款项，在足额支付后，双方再无争议；未列明的款项，任何一方仍可依法主张。</xsl:otherwise>
      </xsl:choose>下列事项不受本条影响：社会保险、住房公积金的缴纳与补缴；工伤、职业病及其待遇；人身损害；签约时尚不知道或者对方未如实披露的事项；法律规定不得放弃的其他权利。</item>
    <item id="status"><strong>身份与权益告知。</strong><xsl:call-template name="status"/></item>
    <item id="reading"><strong>阅读与自愿。</strong>本协议文本于<xsl:choose>
        <xsl:when test="case/agreement/@read-from"><field path="case/agreement/@read-from" as="date"/></xsl:when>
        <xsl:otherwise><blank size="4"/>年<blank size="2"/>月<blank size="2"/>日</xsl:otherwise>
      </xsl:choose>交乙方阅读。乙方有权带走研读、咨询律师或者他人，不明之处已得到答复。双方意思表示真实，不存在欺诈、胁迫或者乘人之危的情形。</item>
    <item id="other"><strong>其他。</strong>本协议未尽事宜依照法律规定办理。因履行本协议发生争议的，双方可以协商，也可以依法申请劳动争议仲裁。本协议自双方签名、盖章之日起生效，一式<xsl:choose>
        <xsl:when test="case/document/@copies"><field path="case/document/@copies"/></xsl:when>
        <xsl:otherwise>两</xsl:otherwise>
      </xsl:choose>份，甲乙双方各执至少一份，具有同等效力。</item>
    <annexes id="annexes">
      <xsl:if test="departure/@ground='cn.36-ee'"><row><cell>乙方的书面请求</cell></row></xsl:if>
      <row><cell>离职结算单</cell></row>
      <xsl:if test="not(departure/@ground='cn.36-ee')"><row><cell>经济补偿计算表</cell></row></xsl:if>
      <row><cell>工作交接清单</cell></row>
      <xsl:if test="employee/protection[@kind!='hazard-post']"><row><cell>特别保护情形知情确认页</cell></row></xsl:if>
    </annexes>
  </xsl:template>

  <xsl:template name="noncompete-choice">
    <xsl:variable name="choice" select="case/agreement/@noncompete"/>
    <xsl:choose>
      <xsl:when test="$choice='enforce'">乙方自解除日起<field path="case/noncompete/@months" as="number"/>个月内，在<field
        path="case/noncompete/@area"/>范围内，不到与甲方生产或者经营同类产品、从事同类业务且有竞争关系的用人单位（具体为<field
        path="case/noncompete/@scope"/>）任职，也不自行经营该类业务；甲方按月支付竞业限制经济补偿<field
        path="case/noncompete/@monthly" as="money"/>元，每月<field path="case/noncompete/@pay-day" as="number"/>日前支付，该款不计入第<ref to="payments"/>条的款项。</xsl:when>
      <xsl:when test="$choice='waive'">甲方自解除日起不要求乙方履行竞业限制义务，乙方可以自由择业。</xsl:when>
      <xsl:when test="case/noncompete"><field path="case/agreement/@noncompete"/>。</xsl:when>
      <xsl:otherwise>双方没有需要在离职后履行的竞业限制约定，乙方可以自由择业。</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="status">
    <xsl:variable name="kinds" select="employee/protection[@kind!='hazard-post']"/>
    <xsl:choose>
      <xsl:when test="$kinds">乙方确认：签订本协议时，甲方已向乙方说明，乙方处于法律给予特别保护的情形（<xsl:for-each select="$kinds"><xsl:if
        test="position() > 1">、</xsl:if><xsl:call-template name="protection-name"/></xsl:for-each>），在此期间甲方不得依照《中华人民共和国劳动合同法》第四十条、第四十一条单方解除劳动合同，详见附件知情确认页；乙方仍愿意协商解除。</xsl:when>
      <xsl:otherwise>甲方已询问乙方是否处于孕期、产期、哺乳期、医疗期、停工留薪期或者职业病诊断、医学观察期间，乙方没有向甲方告知存在上述情形。</xsl:otherwise>
    </xsl:choose>
    <xsl:if test="employee/protection[@kind='hazard-post']">
      <xsl:choose>
        <xsl:when test="employee/protection[@kind='hazard-post']/@exit-medical='done'">乙方从事过接触职业病危害的作业，离岗前职业健康检查已经完成，结果已书面告知乙方。</xsl:when>
        <xsl:otherwise>乙方从事过接触职业病危害的作业，离岗前职业健康检查于<field path="employee/protection[@kind='hazard-post']/@exit-medical" value=""/>完成。</xsl:otherwise>
      </xsl:choose>
    </xsl:if>
  </xsl:template>

  <xsl:template name="signatures">
    <sign id="sign" kind="parties">
      <row>
        <cell>甲方（盖章）：</cell>
        <cell for="seal"><field path="company/@name"/></cell>
        <cell>签约代表：<blank size="9"/></cell>
        <cell>日期：<blank size="4"/>年<blank size="2"/>月<blank size="2"/>日</cell>
      </row>
      <row>
        <cell for="signature">乙方（签名）：</cell>
        <cell>日期：<blank size="4"/>年<blank size="2"/>月<blank size="2"/>日</cell>
      </row>
    </sign>
  </xsl:template>
</xsl:stylesheet>
