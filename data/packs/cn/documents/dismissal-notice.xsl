<?xml version="1.0" encoding="UTF-8"?>
<!-- 解除劳动合同通知书：一份通知只写一个理由、一个条款。文字未经律师审核。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:fairwell:blocks:1">
  <xsl:include href="common.xsl"/>
  <xsl:include href="grounds.xsl"/>

  <xsl:template match="/facts">
    <document style="letter" letterhead="true">
      <xsl:call-template name="bars"/>
      <title id="title">解除劳动合同通知书</title>
      <xsl:call-template name="number"/>
      <xsl:call-template name="addressee"/>
      <xsl:call-template name="who"/>
      <xsl:call-template name="ground-facts">
        <xsl:with-param name="person">您</xsl:with-param>
      </xsl:call-template>
      <p id="decision"><xsl:call-template name="ground-conclusion"><xsl:with-param name="person">您</xsl:with-param></xsl:call-template>根据<xsl:call-template name="ground-article"/>的规定，公司决定解除与您的劳动合同，劳动合同于<field path="departure/@last-day" as="date"/>解除。</p>
      <xsl:call-template name="union"/>
      <xsl:if test="starts-with(departure/@ground, 'cn.40-')">
        <xsl:call-template name="notice"/>
      </xsl:if>
      <p id="arrangements">有关事项安排如下：</p>
      <xsl:call-template name="wages"/>
      <xsl:call-template name="severance"/>
      <xsl:call-template name="medical-subsidy"/>
      <xsl:call-template name="handover"/>
      <xsl:call-template name="certificate"/>
      <xsl:if test="starts-with(departure/@ground, 'cn.41-')">
        <item id="rehire"><strong>再就业。</strong><xsl:if test="case/layoff/@help">公司将为您提供<field path="case/layoff/@help"/>。</xsl:if>自解除之日起六个月内公司重新招用人员的，将按您确认的联系方式通知您，并在同等条件下优先招用；联系方式变更的，请告知人力资源部。</item>
      </xsl:if>
      <xsl:call-template name="noncompete"/>
      <xsl:call-template name="remedy"/>
      <p id="closing"><xsl:choose>
          <xsl:when test="departure/@ground='cn.39-1'">感谢您在此期间付出的时间和努力，祝您找到更适合的岗位。特此通知。</xsl:when>
          <xsl:when test="departure/@ground='cn.40-1'">感谢您为公司付出的努力，祝您早日康复。特此通知。</xsl:when>
          <xsl:when test="starts-with(departure/@ground, 'cn.41-')">这一决定由经营情况引起，与您的工作表现无关。感谢您为公司作出的贡献。特此通知。</xsl:when>
          <xsl:when test="starts-with(departure/@ground, 'cn.40-')">感谢您为公司付出的努力。特此通知。</xsl:when>
          <xsl:otherwise>特此通知。</xsl:otherwise>
        </xsl:choose></p>
      <annexes id="annexes">
        <xsl:call-template name="ground-annexes"/>
        <xsl:if test="assessment/severance/@due='true'"><row><cell>经济补偿计算表</cell></row></xsl:if>
        <row><cell>离职结算单</cell></row>
        <row><cell>工作交接清单</cell></row>
      </annexes>
      <xsl:call-template name="company-sign"/>
      <xsl:call-template name="slip">
        <xsl:with-param name="title">解除劳动合同通知书</xsl:with-param>
        <xsl:with-param name="annexes" select="true()"/>
      </xsl:call-template>
    </document>
  </xsl:template>
</xsl:stylesheet>
