<?xml version="1.0" encoding="UTF-8"?>
<!-- 订立书面劳动合同通知书：给文本，给期限，说明后果。文字未经律师审核。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:fairwell:blocks:1">
  <xsl:include href="common.xsl"/>

  <xsl:template match="/facts">
    <document style="letter" letterhead="true">
      <title id="title">订立书面劳动合同通知书</title>
      <xsl:call-template name="number"/>
      <xsl:call-template name="addressee"/>
      <p id="demand">您于<field path="employee/employment/@hired" as="date"/>入职<field path="company/@name"/>，双方尚未订立书面劳动合同。依照《中华人民共和国劳动合同法》第十条，请您于<field path="case/document/@reply-by" as="date"/>前到人力资源部签订。合同文本随附，主要条款与录用时告知的一致；您对条款有意见的，请书面提出，公司与您商议。</p>
      <p id="consequence">逾期不订立的，公司将依照《中华人民共和国劳动合同法实施条例》<xsl:choose>
          <xsl:when test="departure/@ground='cn.r6'">第六条</xsl:when>
          <xsl:otherwise>第五条</xsl:otherwise>
        </xsl:choose>书面通知您终止劳动关系。</p>
      <p id="closing">特此通知。</p>
      <annexes id="annexes">
        <row><cell>劳动合同文本</cell></row>
      </annexes>
      <xsl:call-template name="company-sign"/>
      <xsl:call-template name="slip">
        <xsl:with-param name="title">订立书面劳动合同通知书</xsl:with-param>
        <xsl:with-param name="annexes" select="true()"/>
      </xsl:call-template>
    </document>
  </xsl:template>
</xsl:stylesheet>
