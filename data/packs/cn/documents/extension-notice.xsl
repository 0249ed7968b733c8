<?xml version="1.0" encoding="UTF-8"?>
<!-- 劳动合同期限续延通知书：有第四十二条的情形，到期不终止。只写情形，不写病情；续延不是续订。文字未经律师审核。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:fairwell:blocks:1">
  <xsl:include href="common.xsl"/>

  <xsl:template match="/facts">
    <document style="letter" letterhead="true">
      <title id="title">劳动合同期限续延通知书</title>
      <xsl:call-template name="number"/>
      <xsl:call-template name="addressee"/>
      <p id="term">双方劳动合同原定于<field path="employee/employment/@contract-end" as="date"/>期满。因您处于<xsl:call-template name="states"/>，依照《中华人民共和国劳动合同法》第四十五条，劳动合同期限续延至<xsl:choose>
          <xsl:when test="employee/protection[1]/@infant-born">您的婴儿满一周岁</xsl:when>
          <xsl:when test="employee/protection[1]/@until"><field path="employee/protection[1]/@until" as="date"/>或者该情形依法消失之日</xsl:when>
          <xsl:otherwise>该情形依法消失之日</xsl:otherwise>
        </xsl:choose>为止<xsl:if test="employee/protection[@kind='work-injury' or @kind='occupational-disease' or @kind='paid-injury-leave']">，工伤职工按照国家有关工伤保险的规定执行</xsl:if>。</p>
      <p id="same">续延期间，原劳动合同约定的工资、岗位、工作时间和社会保险等继续适用。续延是法律规定的，不是新订一次合同。上述情形发生变化的，请及时告知人力资源部<xsl:call-template name="contact"/>。</p>
      <p id="closing">请您安心，公司会照常履行劳动合同。特此通知。</p>
      <xsl:call-template name="company-sign"/>
      <xsl:call-template name="slip">
        <xsl:with-param name="title">劳动合同期限续延通知书</xsl:with-param>
      </xsl:call-template>
    </document>
  </xsl:template>

  <xsl:template name="states">
    <xsl:choose>
      <xsl:when test="employee/protection"><xsl:for-each select="employee/protection"><xsl:if test="position() > 1">、</xsl:if><xsl:call-template name="protection-name"/></xsl:for-each></xsl:when>
      <xsl:otherwise>法律规定应当续延的情形</xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
