<?xml version="1.0" encoding="UTF-8"?>
<!-- 书面警告：一次行为一次处分，写明到期失效和复核的渠道；没有罚款。文字未经律师审核。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:fairwell:blocks:1">
  <xsl:include href="common.xsl"/>

  <xsl:template match="/facts">
    <document style="letter" letterhead="true">
      <title id="title">书面警告通知书</title>
      <xsl:call-template name="number"/>
      <xsl:call-template name="addressee"/>
      <p id="facts">经核实，您于<field path="case/fact[1]/@date" as="date"/>有下列行为：<xsl:choose><xsl:when test="case/fact/@what"><field path="case/fact[1]/@what"/></xsl:when><xsl:otherwise><field path="case/fact"/></xsl:otherwise></xsl:choose>。<xsl:choose>
          <xsl:when test="case/measure[@kind='statement']/@answer">公司已听取您的陈述：<field path="case/measure[@kind='statement']/@answer"/>。</xsl:when>
          <xsl:otherwise>公司已于<field path="case/measure[@kind='statement']/@from" as="date"/>告知您可以陈述和申辩，您在期限内没有作陈述。</xsl:otherwise>
        </xsl:choose></p>
      <p id="rule">上述行为违反您已于<field path="company/rule[1]/@acknowledged" as="date"/>签收的《<field path="company/rule[1]/@title"/>》<field path="company/rule[1]/@clause"/>的规定。依照该制度，公司给予您书面警告一次，自<field path="case/measure[@kind='warning']/@from" as="date"/>起至<field path="case/measure[@kind='warning']/@until" as="date"/>有效。有效期内没有再发生同类行为的，本次警告到期失效。</p>
      <p id="expectation">希望您：<field path="case/measure[@kind='warning']/@content"/>。您需要公司支持的，请告诉主管或者人力资源部<xsl:call-template name="contact"/>。</p>
      <p id="review">您对本决定有不同意见的，请于<field path="case/document/@reply-by" as="date"/>前向人力资源部<xsl:if test="not(company/union/@exists='false')">或者<xsl:call-template name="union-name"/></xsl:if>书面提出复核。</p>
      <p id="closing">特此通知。</p>
      <xsl:call-template name="company-sign"/>
      <xsl:call-template name="slip">
        <xsl:with-param name="title">书面警告通知书</xsl:with-param>
      </xsl:call-template>
    </document>
  </xsl:template>
</xsl:stylesheet>
