<?xml version="1.0" encoding="UTF-8"?>
<!-- 公告送达：当面、邮寄、电子都送不到以后才用；不写理由和事实，身份证号只写后四位。期限有两种读法，由设定 public-notice-days 定。文字未经律师审核。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:fairwell:blocks:1">
  <xsl:include href="common.xsl"/>
  <xsl:include href="delivered.xsl"/>

  <xsl:template match="/facts">
    <document style="letter">
      <title id="title">公告</title>
      <p id="notice"><field path="employee/@name" as="name"/>（身份证件号码尾号<field path="employee/@identity" as="last4"/>）：因以当面、邮寄、电子方式均无法向您送达，现以公告方式送达<field path="company/@name"/>《<xsl:call-template name="delivered"/>》<xsl:if test="case/@number">（编号：<field path="case/@number"/>）</xsl:if>。请自本公告发布之日起<xsl:choose>
          <xsl:when test="setting[@id='public-notice-days']/@value='sixty'">60日</xsl:when>
          <xsl:otherwise>30日</xsl:otherwise>
        </xsl:choose>内到<field path="company/@address"/>人力资源部领取（联系人：<field path="company/@hr-contact" as="name"/>，电话：<field path="company/@hr-phone"/>），期满即视为送达。</p>
      <p id="due">您的工资及其他应得款项、<xsl:call-template name="ending"/>劳动合同证明同时备领，公司也可以按您提供的账户和地址寄付。</p>
      <xsl:call-template name="company-sign"/>
    </document>
  </xsl:template>
</xsl:stylesheet>
