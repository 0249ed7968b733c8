<?xml version="1.0" encoding="UTF-8"?>
<!-- 限期改正通知书：第三十九条第四项的第二条路，先书面提出改正。文字未经律师审核。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:fairwell:blocks:1">
  <xsl:include href="common.xsl"/>

  <xsl:template match="/facts">
    <document style="letter" letterhead="true">
      <title id="title">限期改正通知书</title>
      <xsl:call-template name="number"/>
      <xsl:call-template name="addressee"/>
      <p id="known">公司获悉您可能与其他用人单位建立了劳动关系：<xsl:choose><xsl:when test="case/fact/@what"><field path="case/fact[1]/@what"/></xsl:when><xsl:otherwise><field path="case/fact"/></xsl:otherwise></xsl:choose>。</p>
      <p id="demand">请您于<field path="case/measure[@kind='correction']/@until" as="date"/>前书面说明情况；情况属实的，请在该日前终止该劳动关系并提供证明。您认为不属实的，请一并提交材料，公司将据实核查。</p>
      <p id="consequence">逾期没有说明也没有改正的，公司将依照《中华人民共和国劳动合同法》第三十九条第四项处理。</p>
      <p id="closing">特此通知。</p>
      <xsl:call-template name="company-sign"/>
      <xsl:call-template name="slip">
        <xsl:with-param name="title">限期改正通知书</xsl:with-param>
      </xsl:call-template>
    </document>
  </xsl:template>
</xsl:stylesheet>
