<?xml version="1.0" encoding="UTF-8"?>
<!-- 裁减人员方案：名单、时间、步骤、补偿办法。公示的只列人数，名单报工会和人社部门。文字未经律师审核。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:fairwell:blocks:1">
  <xsl:include href="common.xsl"/>
  <xsl:include href="grounds.xsl"/>

  <xsl:template match="/facts">
    <document style="letter" letterhead="true">
      <title id="title">裁减人员方案<xsl:choose><xsl:when test="case/layoff/@stage='final' or (not(case/layoff/@stage) and evidence[@kind='opinions'])">（正式稿）</xsl:when><xsl:otherwise>（征求意见稿）</xsl:otherwise></xsl:choose></title>
      <xsl:call-template name="number"/>
      <item id="company"><strong>公司概况。</strong><field path="company/@name"/>，统一社会信用代码<field path="company/@registration"/>，<xsl:if test="case/layoff/@headcount-date">截至<field path="case/layoff/@headcount-date" as="date"/>，</xsl:if>职工总数<xsl:call-template name="layoff-headcount"/>人（含各分支机构）。</item>
      <item id="reason"><strong>原因和依据。</strong><field path="case/layoff/@reason"/>，证明材料为<field path="case/layoff/@proof"/>，符合<xsl:call-template name="ground-article"/>规定的情形。</item>
      <item id="alternatives"><strong>已经采取的替代措施。</strong><field path="case/layoff/@alternatives"/>。</item>
      <item id="cut"><strong>裁减人数。</strong>拟裁减<xsl:call-template name="layoff-cut"/>人<xsl:if test="case/layoff/@percent">，占职工总数的<field path="case/layoff/@percent" as="number"/>%</xsl:if><xsl:if test="case/layoff/@departments">，涉及<field path="case/layoff/@departments"/></xsl:if>。</item>
      <item id="criteria"><strong>选择的标准和程序。</strong>符合《中华人民共和国劳动合同法》第四十二条及其他法律规定情形的人员，不列入裁减范围，公司已逐人核查<xsl:if test="case/layoff/@checked">（共<field path="case/layoff/@checked" as="number"/>人）</xsl:if>。下列人员优先留用：与公司订立较长期限的固定期限劳动合同的；订立无固定期限劳动合同的；家庭无其他就业人员，有需要扶养的老人或者未成年人的。其他标准为<field path="case/layoff/@criteria"/>，均与工作相关，对同类人员一致适用。本人可以在公示后五个工作日内申请复核。</item>
      <item id="steps"><strong>时间和实施步骤。</strong></item>
      <table id="schedule" columns="8 6" head="true" closed="true">
        <row><cell>步骤</cell><cell>日期</cell></row>
        <row><cell>说明情况，提供生产经营资料</cell><cell><xsl:call-template name="layoff-briefing"/></cell></row>
        <row><cell>听取意见，修改方案</cell><cell><field path="case/layoff/@opinions-until" as="date"/></cell></row>
        <row><cell>向人力资源社会保障部门报告</cell><cell><xsl:choose><xsl:when test="case/layoff/@report-date or evidence[@kind='bureau-report']/@date"><xsl:call-template name="layoff-reported"/></xsl:when><xsl:otherwise>听取意见后</xsl:otherwise></xsl:choose></cell></row>
        <row><cell>解除劳动合同，支付款项，出具证明</cell><cell><field path="case/layoff/@implement-from" as="date"/><xsl:if test="case/layoff/@implement-until">至<field path="case/layoff/@implement-until" as="date"/></xsl:if></cell></row>
      </table>
      <item id="severance"><strong>补偿办法。</strong>依照《中华人民共和国劳动合同法》第四十六条第四项、第四十七条支付经济补偿<xsl:if test="case/layoff/@total">，预计总额<field path="case/layoff/@total" as="money"/>元（大写：人民币<field path="case/layoff/@total" as="upper"/>）</xsl:if><xsl:if test="case/layoff/@funds">，资金来源为<field path="case/layoff/@funds"/></xsl:if>；工资、社会保险费依法结清。</item>
      <item id="help"><strong>就业帮助。</strong><xsl:if test="case/layoff/@help"><field path="case/layoff/@help"/>。</xsl:if>自解除之日起六个月内重新招用人员的，通知被裁减人员，并在同等条件下优先招用。</item>
      <xsl:if test="case/layoff/person">
        <item id="list"><strong>裁减人员名单</strong>（报送件）。</item>
        <table id="persons" columns="1.4c 3 4 6" head="true" closed="true">
          <row><cell>序号</cell><cell>姓名</cell><cell>岗位</cell><cell>理由</cell></row>
          <xsl:for-each select="case/layoff/person">
            <xsl:variable name="at" select="concat('case/layoff/person[', position(), ']/@')"/>
            <row><cell><xsl:value-of select="position()"/></cell><cell><field path="{$at}name" as="name"/></cell><cell><field path="{$at}position"/></cell><cell><xsl:if test="@reason"><field path="{$at}reason"/></xsl:if></cell></row>
          </xsl:for-each>
        </table>
      </xsl:if>
      <annexes id="annexes">
        <row><cell>生产经营资料</cell></row>
        <row><cell>意见及答复汇总</cell></row>
        <row><cell>经济补偿测算表</cell></row>
      </annexes>
      <xsl:call-template name="company-sign"/>
    </document>
  </xsl:template>
</xsl:stylesheet>
