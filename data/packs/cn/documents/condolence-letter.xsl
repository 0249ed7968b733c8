<?xml version="1.0" encoding="UTF-8"?>
<!-- 致家属函：先慰问，再说明公司帮助办理的事；不催手续，不要求放弃。文字未经律师审核。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:fairwell:blocks:1">
  <xsl:include href="common.xsl"/>

  <xsl:template match="/facts">
    <document style="letter" letterhead="true">
      <title id="title">慰问函</title>
      <xsl:call-template name="number"/>
      <address id="addressee"><xsl:choose><xsl:when test="case/@relative"><field path="case/@relative" as="name"/>及家属</xsl:when><xsl:otherwise><field path="employee/@name" as="name"/>同志家属</xsl:otherwise></xsl:choose>：</address>
      <p id="condolence">惊悉<field path="employee/@name" as="name"/>同志于<field path="departure/@last-day" as="date"/>离世，公司全体同仁深感悲痛，谨致哀悼和慰问。</p>
      <p id="end">依照《中华人民共和国劳动合同法》第四十四条第三项，劳动合同自该日终止。公司将结清全部劳动报酬，协助办理丧葬补助金、抚恤金、住房公积金和社会保险个人账户的领取；符合工伤条件的，由公司依法申请工伤认定。</p>
      <p id="help">所需材料见附页，公司可以派人上门办理<xsl:call-template name="contact"/>，您无须为此奔波。请节哀，多保重。</p>
      <xsl:call-template name="company-sign"/>
    </document>
  </xsl:template>
</xsl:stylesheet>
