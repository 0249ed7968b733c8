<?xml version="1.0" encoding="UTF-8"?>
<!-- 离职结算单：一行一项，金额、算法、依据都照程序里的结算单印出，不另算；改过、加上、去掉的行印出理由。文字未经律师审核。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:fairwell:blocks:1">
  <xsl:include href="common.xsl"/>

  <xsl:variable name="lines" select="/facts/assessment/settlement/line[@out='false']"/>

  <xsl:template match="/facts">
    <document style="form">
      <title id="title">离职结算单</title>
      <xsl:call-template name="number"/>
      <table id="person" columns="2 4 2 4">
        <row><cell>姓名</cell><cell><field path="employee/@name" as="name"/></cell><cell>员工编号</cell><cell><xsl:if test="employee/@number"><field path="employee/@number"/></xsl:if></cell></row>
        <row><cell>部门及岗位</cell><cell><xsl:if test="employee/employment/@department"><field path="employee/employment/@department"/>　</xsl:if><field path="employee/employment/@position"/></cell><cell>入职日期</cell><cell><field path="employee/employment/@hired" as="date"/></cell></row>
        <row><cell>最后工作日</cell><cell><field path="departure/@last-day" as="date"/></cell><cell>结算日期</cell><cell><xsl:call-template name="dated"/></cell></row>
      </table>
      <table id="payable" columns="4.2 9.8 3.4r" head="true">
        <row><cell>应付项目</cell><cell>计算过程和依据</cell><cell>金额（元）</cell></row>
        <xsl:for-each select="$lines[@group='earning' or @group='severance' or @group='reimbursement'][not(@amount = 0) or @id='severance']">
          <xsl:call-template name="line"/>
        </xsl:for-each>
        <row><cell><strong>应付合计</strong></cell><cell/><cell>¥<xsl:choose><xsl:when test="not(assessment/settlement) or assessment/settlement/@gross"><field path="assessment/settlement/@gross" as="money"/></xsl:when><xsl:otherwise>—</xsl:otherwise></xsl:choose></cell></row>
      </table>
      <table id="deductions" columns="4.2 9.8 3.4r" head="true">
        <row><cell>扣减项目</cell><cell>计算过程和依据（仅限法律规定和生效裁判文书）</cell><cell>金额（元）</cell></row>
        <xsl:for-each select="$lines[@group='deduction' or @group='tax'][not(@amount = 0)]">
          <xsl:call-template name="line"/>
        </xsl:for-each>
        <row><cell><strong>扣减合计</strong></cell><cell/><cell>¥<xsl:choose><xsl:when test="not(assessment/settlement) or assessment/settlement/@deductions"><field path="assessment/settlement/@deductions" as="money"/></xsl:when><xsl:otherwise>—</xsl:otherwise></xsl:choose></cell></row>
      </table>
      <table id="net" columns="4.2 9.8 3.4r" closed="true">
        <row><cell><strong>实发金额</strong></cell><cell>大写：人民币<xsl:choose><xsl:when test="not(assessment/settlement) or assessment/settlement/@net"><field path="assessment/settlement/@net" as="upper"/></xsl:when><xsl:otherwise>—</xsl:otherwise></xsl:choose></cell><cell>¥<xsl:choose><xsl:when test="not(assessment/settlement) or assessment/settlement/@net"><field path="assessment/settlement/@net" as="money"/></xsl:when><xsl:otherwise>—</xsl:otherwise></xsl:choose></cell></row>
      </table>
      <xsl:if test="assessment/settlement/line[@out='true'][@reckoned > 0 or @own='true']">
        <note id="left-out">没有列入的项目：<xsl:for-each select="assessment/settlement/line[@out='true'][@reckoned > 0 or @own='true']">
            <xsl:if test="position() > 1">；</xsl:if><xsl:call-template name="title"/>（<field path="assessment/settlement/line[@id='{@id}']/@reason"/>）</xsl:for-each>。</note>
      </xsl:if>
      <note id="payment">支付：工资于最后工作日一次付清<xsl:choose>
          <xsl:when test="not(assessment/severance/@due='false')">，经济补偿在办结工作交接时支付<xsl:if test="case/@pay-date">，至迟不晚于<field path="case/@pay-date" as="date"/></xsl:if></xsl:when>
          <xsl:when test="$lines[@id='agreed-extra'] and case/@pay-date">，协商另付的款项至迟不晚于<field path="case/@pay-date" as="date"/>支付</xsl:when>
        </xsl:choose><xsl:if test="case/@pay-account">，汇入<field path="case/@pay-account"/></xsl:if>。实际到账以银行凭证为准。</note>
      <note id="meaning">每一行四舍五入到分，合计由各行相加。本单列明计算依据，供您核对，您可以在下方注明不同意见。签名表示收到本单，不表示放弃任何权利。</note>
      <sign id="sign" kind="line">
        <row><cell>员工意见：<blank size="34"/></cell></row>
        <row><cell>制单：<blank size="7"/></cell><cell>复核：<blank size="7"/></cell><cell>员工（收到）：<blank size="9"/></cell></row>
        <row><cell>公司（盖章）：<blank size="10"/></cell><cell>日期：<blank size="4"/>年<blank size="2"/>月<blank size="2"/>日</cell></row>
      </sign>
    </document>
  </xsl:template>

  <!-- 一行：名称，算法和依据，金额。金额不知道的，去费用一步说。 -->
  <xsl:template name="line">
    <row>
      <cell><xsl:call-template name="title"/></cell>
      <cell><xsl:call-template name="working"/></cell>
      <cell><xsl:choose>
          <xsl:when test="@id='severance' and @amount = 0">—</xsl:when>
          <xsl:otherwise><field path="assessment/settlement/line[@id='{@id}']/@amount" as="money"/></xsl:otherwise>
        </xsl:choose></cell>
    </row>
  </xsl:template>

  <xsl:template name="title"><field path="assessment/settlement/line[@id='{@id}']/@title"/></xsl:template>

  <xsl:template name="working">
    <xsl:variable name="at" select="concat('assessment/settlement/line[@id=', &quot;'&quot;, @id, &quot;'&quot;, ']/@')"/>
    <xsl:choose>
      <xsl:when test="@own='true'"><xsl:if test="@basis"><field path="{$at}basis"/>；</xsl:if><xsl:if test="@formula"><field path="{$at}formula"/>；</xsl:if>理由：<field path="{$at}reason"/></xsl:when>
      <xsl:otherwise>
        <xsl:choose>
          <xsl:when test="@id='severance' and /facts/assessment/severance/@due='false'">本次离职依法不涉及</xsl:when>
          <xsl:when test="@id='severance' and @amount &lt; @reckoned and @changed='false'">协商解除协议书约定</xsl:when>
          <xsl:when test="@id='agreed-extra' and @changed='false'">协商解除协议书约定</xsl:when>
          <xsl:when test="@id='severance' and @changed='false'"><xsl:for-each select="/facts"><xsl:call-template name="formula"/></xsl:for-each></xsl:when>
          <xsl:when test="@id='pay-in-lieu' and @changed='false'"><xsl:choose>
              <xsl:when test="/facts/setting[@id='plus-one-base']/@value='average'">前十二个月的平均工资</xsl:when>
              <xsl:otherwise>上一个月的工资标准</xsl:otherwise>
            </xsl:choose></xsl:when>
          <xsl:when test="@formula and @changed='false'"><field path="{$at}formula" as="working"/></xsl:when>
          <xsl:when test="@changed='true' and @reckoned">由<field path="{$at}reckoned" as="money"/>元改为<field path="{$at}amount" as="money"/>元，理由：<field path="{$at}reason"/></xsl:when>
          <xsl:when test="@basis"><field path="{$at}basis"/></xsl:when>
        </xsl:choose>
        <xsl:choose>
          <xsl:when test="not(@article) or (@id='severance' and /facts/assessment/severance/@due='false')"/>
          <xsl:when test="@changed='true' or @formula or @basis or @id='severance' or @id='pay-in-lieu' or @id='agreed-extra'">（<field path="{$at}article" as="law"/>）</xsl:when>
          <xsl:otherwise><field path="{$at}article" as="law"/></xsl:otherwise>
        </xsl:choose>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
