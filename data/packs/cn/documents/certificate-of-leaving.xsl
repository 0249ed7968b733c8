<?xml version="1.0" encoding="UTF-8"?>
<!-- 解除（终止）劳动合同证明：劳动合同法实施条例第二十四条的四项，一项不少，别的不写。文字未经律师审核。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fw="urn:fairwell:functions:1"
                xmlns="urn:fairwell:blocks:1" exclude-result-prefixes="fw">
  <xsl:include href="common.xsl"/>

  <xsl:template match="/facts">
    <xsl:variable name="ends" select="departure/@kind='expiry' or departure/@kind='retirement' or starts-with(departure/@ground, 'cn.44') or departure/@ground='cn.r21' or departure/@ground='cn.task' or departure/@ground='cn.r5' or departure/@ground='cn.r6' or departure/@ground='cn.71' or departure/@ground='cn.overage'"/>
    <xsl:variable name="ending"><xsl:choose><xsl:when test="$ends">终止</xsl:when><xsl:otherwise>解除</xsl:otherwise></xsl:choose></xsl:variable>
    <document style="certificate">
      <title id="title"><xsl:value-of select="$ending"/>劳动合同证明</title>
      <xsl:call-template name="number"/>
      <p id="statement">兹证明<field path="employee/@name" as="name"/>（身份证件号码：<field path="employee/@identity"/>）与本单位劳动合同的有关情况如下：</p>
      <table id="particulars" columns="2 4">
        <row><cell>劳动合同期限</cell><cell><xsl:call-template name="term"/></cell></row>
        <row><cell>工作岗位</cell><cell><field path="employee/employment/@position"/></cell></row>
        <row><cell><xsl:value-of select="$ending"/>劳动合同的日期</cell><cell><field path="departure/@last-day" as="date"/></cell></row>
        <row><cell>在本单位的工作年限</cell><cell><xsl:call-template name="years"/></cell></row>
        <xsl:if test="setting[@id='certificate-reason']/@value='statutory'">
          <row><cell>依据（应本人要求或者失业登记需要）</cell><cell><xsl:call-template name="statutory-ground"/></cell></row>
        </xsl:if>
      </table>
      <p id="ended">双方劳动合同已于上述日期<xsl:value-of select="$ending"/>。</p>
      <p id="closing">特此证明。</p>
      <sign id="sign" kind="company">
        <row><cell><field path="company/@name"/></cell></row>
        <row><cell><field path="departure/@last-day" as="date"/></cell></row>
      </sign>
      <note id="company-data">统一社会信用代码：<field path="company/@registration"/><xsl:if test="company/@hr-contact">　　联系人：<field path="company/@hr-contact" as="name"/></xsl:if><xsl:if test="company/@hr-phone">　　电话：<field path="company/@hr-phone"/></xsl:if></note>
    </document>
  </xsl:template>

  <!-- 只写法条，不写事由。 -->
  <xsl:template name="statutory-ground">
    <xsl:variable name="ground" select="departure/@ground"/>
    <xsl:choose>
      <xsl:when test="starts-with($ground, 'cn.36')">《中华人民共和国劳动合同法》第三十六条</xsl:when>
      <xsl:when test="$ground='cn.37'">《中华人民共和国劳动合同法》第三十七条</xsl:when>
      <xsl:when test="$ground='cn.39-1'">《中华人民共和国劳动合同法》第三十九条第一项</xsl:when>
      <xsl:when test="$ground='cn.39-2'">《中华人民共和国劳动合同法》第三十九条第二项</xsl:when>
      <xsl:when test="$ground='cn.40-2'">《中华人民共和国劳动合同法》第四十条第二项</xsl:when>
      <xsl:when test="$ground='cn.40-3'">《中华人民共和国劳动合同法》第四十条第三项</xsl:when>
      <xsl:when test="$ground"><field path="assessment/@ground-article" as="law"/></xsl:when>
      <xsl:otherwise><field path="departure/@ground"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- 自入职到最后工作日，两头都算。 -->
  <xsl:template name="years">
    <xsl:variable name="months" select="fw:service-months(employee/employment/@hired, departure/@last-day)"/>
    <xsl:variable name="rest" select="fw:days-between(fw:add-months(employee/employment/@hired, $months), departure/@last-day) + 1"/>
    <field path="employee/employment/@hired" as="date"/>至<field path="departure/@last-day" as="date"/><xsl:if test="$months >= 0">，共<xsl:if
      test="$months >= 12"><xsl:value-of select="floor($months div 12)"/>年</xsl:if><xsl:if
      test="$months mod 12 > 0"><xsl:value-of select="$months mod 12"/>个月</xsl:if><xsl:if
      test="$months &lt; 12 and $rest > 0"><xsl:if test="$months > 0">零</xsl:if><xsl:value-of select="$rest"/>天</xsl:if></xsl:if>
  </xsl:template>
</xsl:stylesheet>
