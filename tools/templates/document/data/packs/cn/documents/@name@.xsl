<?xml version="1.0" encoding="UTF-8"?>
<!-- @Title@。文字未经律师审核。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:fairwell:blocks:1">
  <xsl:include href="common.xsl"/>

  <xsl:template match="/facts">
    <document style="letter" letterhead="true">
      <title id="title">@Title@</title>
      <xsl:call-template name="number"/>
      <xsl:call-template name="addressee"/>
      <xsl:call-template name="company-sign"/>
    </document>
  </xsl:template>
</xsl:stylesheet>
