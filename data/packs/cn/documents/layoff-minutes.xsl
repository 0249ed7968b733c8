<?xml version="1.0" encoding="UTF-8"?>
<!-- 说明会纪要：意见和答复逐条记，没有意见的留空当场写。文字未经律师审核。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:fairwell:blocks:1">
  <xsl:include href="common.xsl"/>

  <xsl:template match="/facts">
    <document style="form">
      <title id="title">生产经营情况及人员安排说明会纪要</title>
      <xsl:call-template name="number"/>
      <table id="meeting" columns="2 5 2 5">
        <row><cell>时间</cell><cell><field path="case/layoff/@briefing" as="date"/></cell><cell>地点</cell><cell><field path="case/layoff/@place"/></cell></row>
        <row><cell>应到</cell><cell><blank size="5"/>人</cell><cell>实到</cell><cell><blank size="5"/>人（签到表附后）</cell></row>
        <row><cell>主持人</cell><cell><blank size="8"/></cell><cell>记录人</cell><cell><blank size="8"/></cell></row>
      </table>
      <item id="told"><strong>公司说明。</strong>因<field path="case/layoff/@reason"/>，公司拟裁减人员。提供的资料：<field path="case/layoff/@data"/>。</item>
      <item id="opinions-heading"><strong>意见和答复。</strong></item>
      <table id="opinions" columns="1.4c 3 5 5 2.4" head="true" closed="true">
        <row><cell>序号</cell><cell>提出人</cell><cell>意见或者问题</cell><cell>公司答复</cell><cell>采纳</cell></row>
        <xsl:for-each select="case/layoff/opinion">
          <xsl:variable name="at" select="concat('case/layoff/opinion[', position(), ']/@')"/>
          <row><cell><xsl:value-of select="position()"/></cell><cell><field path="{$at}by"/></cell><cell><field path="{$at}text"/></cell><cell><field path="{$at}answer"/></cell><cell><xsl:if test="@accepted"><field path="{$at}accepted"/></xsl:if></cell></row>
        </xsl:for-each>
        <xsl:if test="not(case/layoff/opinion)">
          <row><cell>1</cell><cell/><cell/><cell/><cell/></row>
          <row><cell>2</cell><cell/><cell/><cell/><cell/></row>
          <row><cell>3</cell><cell/><cell/><cell/><cell/></row>
        </xsl:if>
      </table>
      <p id="later">会后的书面意见请于<field path="case/layoff/@opinions-until" as="date"/>前提交，公司逐条研究后公布结果。</p>
      <sign id="sign" kind="line">
        <row><cell>主持人：<blank size="7"/></cell><cell>记录人：<blank size="7"/></cell><cell><xsl:choose><xsl:when test="company/union/@exists='false'">职工代表</xsl:when><xsl:otherwise>工会代表</xsl:otherwise></xsl:choose>：<blank size="7"/></cell></row>
        <row><cell>日期：<blank size="4"/>年<blank size="2"/>月<blank size="2"/>日</cell></row>
      </sign>
    </document>
  </xsl:template>
</xsl:stylesheet>
