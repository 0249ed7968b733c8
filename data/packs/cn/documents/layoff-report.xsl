<?xml version="1.0" encoding="UTF-8"?>
<!-- 向人社部门的报告：是报告，不是请求批准。文字未经律师审核。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:fairwell:blocks:1">
  <xsl:include href="common.xsl"/>
  <xsl:include href="grounds.xsl"/>

  <xsl:template match="/facts">
    <document style="letter" letterhead="true">
      <title id="title">关于裁减人员方案的报告</title>
      <xsl:call-template name="number"/>
      <address id="addressee"><field path="case/layoff/@bureau"/>：</address>
      <p id="report">因<field path="case/layoff/@reason"/>，我公司拟依照<xsl:call-template name="ground-article"/>裁减人员<xsl:call-template name="layoff-cut"/>人，职工总数<xsl:call-template name="layoff-headcount"/>人。我公司已于<xsl:call-template name="layoff-briefing"/>向<xsl:choose><xsl:when test="company/union/@exists='false'">全体职工</xsl:when><xsl:otherwise>工会</xsl:otherwise></xsl:choose>说明情况，提供生产经营资料，听取意见后修改完善了方案，现将方案和意见报告如下（均见附件）：</p>
      <item id="a">裁减的原因及证明材料；</item>
      <item id="b">裁减人员名单、时间和实施步骤；</item>
      <item id="c">经济补偿办法和资金保障；</item>
      <item id="d">不得裁减和优先留用人员的核查情况；</item>
      <item id="e">工会（职工）意见及采纳情况；</item>
      <item id="f">就业帮助措施。</item>
      <p id="when">我公司拟于<field path="case/layoff/@implement-from" as="date"/>起实施，实施前将认真研究贵局的意见<xsl:call-template name="contact"/>。特此报告。</p>
      <annexes id="annexes">
        <row><cell>裁减人员方案</cell></row>
        <row><cell>说明会通知、签到表和纪要</cell></row>
        <row><cell>意见及答复汇总</cell></row>
        <row><cell>生产经营证明材料</cell></row>
      </annexes>
      <xsl:call-template name="company-sign"/>
      <slip id="slip">
        <row><cell>接收回执</cell></row>
        <row><cell>接收单位（印章）：<blank size="14"/></cell></row>
        <row><cell>接收人：<blank size="9"/></cell><cell>接收日期：<blank size="3"/>年<blank size="2"/>月<blank size="2"/>日</cell></row>
        <row><cell>材料共<blank size="4"/>件</cell></row>
      </slip>
    </document>
  </xsl:template>
</xsl:stylesheet>
