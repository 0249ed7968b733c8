<?xml version="1.0" encoding="UTF-8"?>
<!-- 医疗期计算告知单：只给本人，不写病名。文字未经律师审核。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:fairwell:blocks:1">
  <xsl:include href="common.xsl"/>

  <xsl:template match="/facts">
    <xsl:variable name="over" select="number(translate(case/medical/@until, '-', '')) &lt; number(translate(@as-of, '-', ''))"/>
    <document style="letter" letterhead="true">
      <title id="title">医疗期计算告知单</title>
      <xsl:call-template name="number"/>
      <xsl:call-template name="addressee"/>
      <p id="greeting"><xsl:choose><xsl:when test="$over">愿您早日康复。</xsl:when><xsl:otherwise>愿您安心治疗，早日康复。</xsl:otherwise></xsl:choose>现将医疗期的计算告知如下，供您核对。</p>
      <table id="reckoning" columns="4 9">
        <row><cell>实际工作年限</cell><cell><xsl:choose><xsl:when test="case/medical/@work-years"><field path="case/medical/@work-years" as="number"/></xsl:when><xsl:otherwise><field path="employee/@total-work-years" as="number"/></xsl:otherwise></xsl:choose>年</cell></row>
        <row><cell>在本公司工作年限</cell><cell>自<field path="employee/employment/@hired" as="date"/>起<xsl:if test="case/medical/@employer-years">，<field path="case/medical/@employer-years" as="number"/>年</xsl:if></cell></row>
        <row><cell>医疗期</cell><cell><field path="case/medical/@period-months" as="number"/>个月<xsl:if test="case/medical/@window-months">，按<field path="case/medical/@window-months" as="number"/>个月内累计病休的时间计算</xsl:if></cell></row>
        <row><cell>起算日</cell><cell><field path="case/medical/@from" as="date"/></cell></row>
        <row><cell>已累计病休</cell><cell><xsl:choose><xsl:when test="case/medical/@used-days"><field path="case/medical/@used-days" as="number"/>日</xsl:when><xsl:otherwise><blank size="6"/>日</xsl:otherwise></xsl:choose>（公休日、法定节假日包括在内）</cell></row>
        <row><cell>届满日</cell><cell><field path="case/medical/@until" as="date"/>（病休中断的，按实际累计顺延）</cell></row>
      </table>
      <p id="protection"><xsl:choose>
        <xsl:when test="$over">按照上述计算，医疗期已经届满。患特殊疾病、在规定期限内不能痊愈的，您可以申请延长。公司会与您联系复工、岗位适应或者劳动能力鉴定的事宜。</xsl:when>
        <xsl:otherwise>医疗期届满前，公司不依照《中华人民共和国劳动合同法》第四十条、第四十一条解除劳动合同；劳动合同期满的，续延至医疗期届满。患特殊疾病、在规定期限内不能痊愈的，您可以申请延长。届满前，公司会与您联系复工、岗位适应或者劳动能力鉴定的事宜。</xsl:otherwise>
      </xsl:choose></p>
      <p id="questions">您对上述日数有不同意见的，请在收到后五个工作日内向人力资源部<xsl:call-template name="contact"/>提出。</p>
      <xsl:call-template name="company-sign"/>
      <xsl:call-template name="slip">
        <xsl:with-param name="title">医疗期计算告知单</xsl:with-param>
      </xsl:call-template>
    </document>
  </xsl:template>
</xsl:stylesheet>
