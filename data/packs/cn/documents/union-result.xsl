<?xml version="1.0" encoding="UTF-8"?>
<!-- 处理结果复函：工会提了意见，书面答复研究的结果。文字未经律师审核。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:fairwell:blocks:1">
  <xsl:include href="common.xsl"/>
  <xsl:include href="grounds.xsl"/>

  <xsl:template match="/facts">
    <document style="letter" letterhead="true">
      <title id="title">关于工会意见处理结果的函</title>
      <xsl:call-template name="number"/>
      <address id="addressee"><xsl:call-template name="union-name"/>：</address>
      <p id="received">贵会<field path="company/union/@replied" as="date"/>就<field path="employee/@name" as="name"/>劳动合同事宜提出的意见收悉。贵会的意见为：<field path="company/union/@opinion-text"/>。</p>
      <p id="studied">公司对上述意见作了逐项研究。<xsl:call-template name="ground-conclusion"><xsl:with-param name="person">该职工</xsl:with-param></xsl:call-template>依照<xsl:call-template name="ground-article"/>的规定，公司决定解除该职工的劳动合同。</p>
      <p id="closing">特此函复，感谢贵会的监督和支持。</p>
      <sign id="sign" kind="company">
        <row><cell><field path="company/@name"/></cell></row>
        <row><cell><xsl:choose><xsl:when test="company/union/@answered"><field path="company/union/@answered" as="date"/></xsl:when><xsl:otherwise><field path="@as-of" as="date"/></xsl:otherwise></xsl:choose></cell></row>
      </sign>
      <slip id="slip">
        <row><cell>工会签收</cell></row>
        <row><cell>签收人：<blank size="9"/></cell><cell>签收时间：<blank size="3"/>年<blank size="2"/>月<blank size="2"/>日</cell></row>
        <row><cell>工会（盖章）：<blank size="14"/></cell></row>
      </slip>
    </document>
  </xsl:template>
</xsl:stylesheet>
