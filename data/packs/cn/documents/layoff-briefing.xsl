<?xml version="1.0" encoding="UTF-8"?>
<!-- 说明会通知：提前三十日，向工会或者全体职工说明情况。不写名单。文字未经律师审核。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:fairwell:blocks:1">
  <xsl:include href="common.xsl"/>

  <xsl:template match="/facts">
    <document style="letter" letterhead="true">
      <title id="title">关于召开生产经营情况说明会的通知</title>
      <xsl:call-template name="number"/>
      <address id="addressee"><xsl:if test="not(company/union/@exists='false')"><xsl:call-template name="union-name"/>、</xsl:if>全体职工：</address>
      <p id="purpose">因<field path="case/layoff/@reason"/>，公司拟依照《中华人民共和国劳动合同法》第四十一条裁减人员。公司尚未确定方案，现依法召开说明会，听取意见。</p>
      <item id="time"><strong>时间。</strong><field path="case/layoff/@briefing" as="date"/><xsl:if test="case/layoff/@time">　<field path="case/layoff/@time"/></xsl:if>。</item>
      <item id="place"><strong>地点。</strong><field path="case/layoff/@place"/>。不能到场的，请告知人力资源部，另行说明并送达资料。</item>
      <item id="content"><strong>内容。</strong>生产经营状况及资料；已经采取和拟采取的措施；裁减人员的初步考虑、选择标准和补偿办法；听取意见、回答问题。</item>
      <item id="data"><strong>资料。</strong><field path="case/layoff/@data"/>，随本通知一并提供，可以查阅。</item>
      <item id="opinions"><strong>意见。</strong>会上口头提出，或者于<field path="case/layoff/@opinions-until" as="date"/>前书面提出，公司逐条研究并答复<xsl:call-template name="contact"/>。任何人不会因为提出意见受到不利对待。</item>
      <item id="pay"><strong>工资。</strong>参加会议的时间按正常出勤计算工资。</item>
      <xsl:call-template name="company-sign"/>
      <slip id="slip">
        <row><cell>工会签收</cell></row>
        <row><cell>本会已收到上述通知及所附资料。签收仅表示收到，意见另行提出。</cell></row>
        <row><cell>签收人：<blank size="9"/></cell><cell>签收时间：<blank size="3"/>年<blank size="2"/>月<blank size="2"/>日</cell></row>
        <row><cell>工会（盖章）：<blank size="14"/></cell></row>
      </slip>
    </document>
  </xsl:template>
</xsl:stylesheet>
